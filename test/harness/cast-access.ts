import type { Browser } from './client.js';

/** A link that nobody has followed yet. */
export async function invite(admin: Browser, id: string): Promise<string> {
  const { inviteMember } = await admin.ask<{ inviteMember: { link: string } }>(
    `mutation ($id: ID!) { inviteMember(memberId: $id) { link } }`,
    { id },
  );
  return inviteMember.link.split('/').at(-1)!;
}

/** A program that may read. */
export async function addToken(admin: Browser, mark: string): Promise<string> {
  const { createApiToken } = await admin.ask<{ createApiToken: { token: { id: string } } }>(
    `mutation ($name: String!) { createApiToken(name: $name, scopes: [read]) { token { id } } }`,
    { name: `${mark} token` },
  );
  return createApiToken.token.id;
}
