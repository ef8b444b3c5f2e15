import type { Browser } from '../harness/client.js';
import {
  addPeople,
  addTeam,
  found,
  join,
  place,
  savePlan,
  saveQuotas,
} from '../harness/organization.js';
import type { Laurel } from '../harness/laurel.js';
import { override, quarterly, tiers } from '../harness/plan-document.js';

const teamCount = 6;
const repsPerTeam = 10;
export const repCount = teamCount * repsPerTeam;
export const products = ['Suite', 'Booth', 'Desk', 'Care'];
export const years = [2024, 2025];

const quarters = years.flatMap((year) => [1, 2, 3, 4].map((number) => `${year}-Q${number}`));
const reps = Array.from({ length: repCount }, (_, i) => `Rep ${i}`);
const leaders = Array.from({ length: teamCount }, (_, i) => `Leader ${i}`);
const head = 'Head';

const multipliers = [
  { product: 'Suite', multiplier: '1.2' },
  { product: 'Booth', multiplier: '1.1' },
];
const fieldSales = quarterly(
  tiers({ '0': '0.04', '0.6': '0.06', '1': '0.09', '1.3': '0.12' }, { multipliers }),
  { kind: 'spiff', name: 'care', product: 'Care', amount: '40.00' },
);
const leadership = quarterly(override(2));

/**
 * Sixty people in six teams under one head, all with a plan, everybody who sells with quotas for two
 * years. The answer is the browser of finance.
 */
export async function foundSalesForce(laurel: Laurel, quota: string): Promise<Browser> {
  const admin = await found(laurel, 'Bench', 'ada@bench.example');
  const ids = await addPeople(admin, [
    ...reps.map((name) => ({ name, role: 'rep' as const })),
    ...[...leaders, head].map((name) => ({ name, role: 'manager' as const })),
    { name: 'Fin', role: 'finance' },
  ]);
  const all = (names: readonly string[]) => names.map((name) => ids[name]!);
  const company = await addTeam(admin, 'Company');
  await place(admin, company, all([head]), { position: 'manager' });
  for (const [i, leader] of leaders.entries()) {
    const team = await addTeam(admin, `Team ${i}`, company);
    await place(admin, team, all([leader]), { position: 'manager' });
    await place(admin, team, all(reps.slice(i * repsPerTeam, (i + 1) * repsPerTeam)));
  }
  const finance = await join(laurel, admin, ids.Fin!);
  const saves = products.map((name, i) => `a${i}: saveProduct(name: "${name}") { id }`);
  await finance.ask(`mutation { ${saves.join(' ')} }`);
  await savePlan(finance, fieldSales, all(reps), { name: 'Field sales' });
  await savePlan(finance, leadership, all([...leaders, head]), { name: 'Leadership' });
  await saveQuotas(
    finance,
    all(reps).flatMap((memberId) =>
      quarters.map((period) => ({ memberId, period, amount: quota })),
    ),
  );
  return finance;
}
