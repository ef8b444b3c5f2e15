import type { Browser } from './client.js';
import type { Laurel } from './laurel.js';
import {
  addPeople,
  addressOf,
  addTeam,
  each,
  found,
  join,
  place,
  savePlan,
  saveQuotas,
} from './organization.js';
import { override, quarterly, tiers } from './plan-document.js';

/** A sales force of two teams with quotas and a plan that has tiers, multiplier, bonus and override. */
export type Force = {
  admin: Browser;
  finance: Browser;
  email: string;
  ids: Record<string, string>;
};

export const sellers = ['Ann', 'Bo', 'Cy'];
const leaders = ['Gus', 'Hal', 'Ida'];
export const products = ['Gold', 'Starter', 'Plain'];

const plan = quarterly(
  tiers(
    { '0': '0.05', '0.5': '0.08', '1': '0.1' },
    { multipliers: [{ product: 'Gold', multiplier: '1.2' }] },
  ),
  { kind: 'spiff', name: 'starter', product: 'Starter', amount: '7.50' },
  override(1),
);

type Setup = { quota?: string; quarters?: readonly string[] };

export async function foundForce(
  laurel: Laurel,
  name: string,
  { quota = '100000', quarters = ['2026-Q1', '2026-Q2'] }: Setup = {},
): Promise<Force> {
  const email = addressOf(name);
  const admin = await found(laurel, name, email);
  const ids = await addPeople(admin, [
    ...sellers.map((seller) => ({
      name: seller,
      role: 'rep' as const,
      email: `${seller}.${email}`,
    })),
    ...leaders.map((leader) => ({
      name: leader,
      role: 'manager' as const,
      email: `${leader}.${email}`,
    })),
    { name: 'Fin', role: 'finance', email: `fin.${email}` },
  ]);
  await addTeams(admin, ids);
  const finance = await join(laurel, admin, ids.Fin!);
  const saves = products.map((name, i) => `a${i}: saveProduct(name: "${name}") { id }`);
  await finance.ask(`mutation { ${saves.join(' ')} }`);
  await savePlan(
    finance,
    plan,
    [...sellers, ...leaders].map((member) => ids[member]!),
  );
  await saveQuotas(
    finance,
    sellers.flatMap((seller) =>
      quarters.map((period) => ({ memberId: ids[seller]!, period, amount: quota })),
    ),
  );
  return { admin, finance, email, ids };
}

async function addTeams(admin: Browser, ids: Record<string, string>): Promise<void> {
  const all = await addTeam(admin, 'All');
  const [north, south] = (
    await each(admin, 'saveTeam', 'TeamInput', [
      { name: 'North', parentId: all },
      { name: 'South', parentId: all },
    ])
  ).map(({ id }) => id);
  await place(admin, all, [ids.Gus!], { position: 'manager' });
  await place(admin, north!, [ids.Hal!], { position: 'manager' });
  await place(admin, south!, [ids.Ida!], { position: 'manager' });
  await place(
    admin,
    north!,
    sellers.slice(0, 2).map((seller) => ids[seller]!),
  );
  await place(
    admin,
    south!,
    sellers.slice(2).map((seller) => ids[seller]!),
  );
}
