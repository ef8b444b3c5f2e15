import { Browser } from '../../harness/client.js';
import { eventually } from '../../harness/eventually.js';
import type { Visitor } from '../stage.js';
import type { Scene } from './scene.js';
import { button, dialog, goTo, signedOut } from './steps.js';

const password = 'a short sentence 17';

/** Somebody is added, invited, comes in with a browser of their own, and is out once they leave. */
export async function invitationJourney(scene: Scene): Promise<void> {
  const admin = await scene.enter('admin');
  const name = `Nora Newcomer ${scene.language}`;
  await goTo(admin, 'people');
  const link = await invite(admin, name, `nora.${scene.language}@alder-finch.example`);

  const nora = await scene.visitor();
  await nora.page.goto(link);
  await nora.page.getByText(nora.say('session', 'invitation.title', { name })).waitFor();
  await nora.page.locator('input[name="new-password"]').fill(password);
  await button(nora.page, nora.say('session', 'invitation.submit')).click();
  await nora.page.getByRole('navigation').first().waitFor();

  await choose(admin, name, 'leave.action');
  await button(dialog(admin), admin.say('people', 'leave.confirm')).click();
  await signedOut(nora);
  await nora.page.goto(link);
  await nora.page.getByText(nora.say('session', 'invitation.spent')).waitFor();
}

async function invite(admin: Visitor, name: string, email: string): Promise<string> {
  const { page } = admin;
  await button(page, admin.say('people', 'add')).click();
  await dialog(admin).getByLabel(admin.say('people', 'column.name')).fill(name);
  await dialog(admin).getByLabel(admin.say('people', 'column.email')).fill(email);
  await button(dialog(admin), admin.say('action', 'save')).click();
  await page.getByRole('searchbox', { name: admin.say('people', 'filter.search') }).fill(email);
  await choose(admin, name, 'invite.action');
  await button(dialog(admin), admin.say('people', 'invite.action')).click();
  const link = await dialog(admin).getByLabel(admin.say('people', 'invite.link')).inputValue();
  await button(dialog(admin), admin.say('people', 'invite.done')).click();
  return link;
}

async function choose(admin: Visitor, name: string, action: string): Promise<void> {
  await button(admin.page, admin.say('people', 'menu', { name })).click();
  await admin.page.getByRole('menuitem', { name: admin.say('people', action) }).click();
}

/** A token is shown once, opens the API, and opens nothing once it is revoked. */
export async function tokenJourney(scene: Scene): Promise<void> {
  const admin = await scene.enter('admin');
  const { page } = admin;
  const name = `Journey ${scene.language}`;
  await goTo(admin, 'settings');
  await button(page, admin.say('settings', 'newToken')).click();
  await dialog(admin).getByLabel(admin.say('settings', 'tokenName')).fill(name);
  await button(dialog(admin), admin.say('settings', 'create')).click();
  const secret = await dialog(admin).locator('code').innerText();
  await button(dialog(admin), admin.say('action', 'close')).click();
  await dialog(admin).waitFor({ state: 'hidden' });
  await page.getByRole('row').filter({ hasText: name }).waitFor();
  expect(await page.content()).not.toContain(secret);

  const program = new Browser(scene.laurel.url, secret);
  expect(await program.refusal('{ periods(kind: year) { name } }')).toBeUndefined();
  await button(page, admin.say('settings', 'revokeNamed', { name })).click();
  await button(dialog(admin), admin.say('settings', 'revoke')).click();
  await page.getByText(admin.say('settings', 'saidRevoked', { name })).waitFor();
  expect(await program.refusal('{ periods(kind: year) { name } }')).toBe('SIGN_IN_REQUIRED');
}

/** A new name of the organisation is there for the next who comes in. */
export async function settingsJourney(scene: Scene): Promise<void> {
  const admin = await scene.enter('admin');
  const { page } = admin;
  const name = `Alder & Finch ${scene.language}`;
  await goTo(admin, 'settings');
  const field = page.getByRole('textbox', { name: admin.say('settings', 'name'), exact: true });
  await field.fill(name);
  await button(page, admin.say('settings', 'save')).click();
  await page.getByText(admin.say('settings', 'saved'), { exact: true }).waitFor();
  const rep = await scene.enter('rep');
  await eventually(
    () => rep.page.getByText(name, { exact: true }).count(),
    (count) => count > 0,
  );
}
