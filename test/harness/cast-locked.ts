import type { Browser } from './client.js';
import { close, lock } from './locked.js';

/** A month before anything happened, locked. */
export const lockedMonth = '2023-01';

export const correctQuotas = (
  finance: Browser,
  inputs: readonly { memberId: string; period: string; amount: string }[],
  reason: string,
) =>
  finance.ask(
    `mutation ($inputs: [QuotaCorrectionInput!]!, $reason: String!) {
       correctQuotas(inputs: $inputs, reason: $reason) { id } }`,
    { inputs, reason },
  );

/** Locks the month and corrects quotas of it. */
export async function correctLockedMonth(
  finance: Browser,
  memberIds: readonly string[],
  mark: string,
  unit: bigint,
): Promise<void> {
  await close(finance, lockedMonth);
  await lock(finance, lockedMonth);
  const amount = String(unit);
  const inputs = memberIds.map((memberId) => ({ memberId, period: lockedMonth, amount }));
  await correctQuotas(finance, inputs, `${mark} reason`);
}
