import { Dice } from '../reference/random/dice.js';
import { RandomPlan } from '../reference/random/plan.js';
import type { Browser } from './client.js';
import type { Laurel } from './laurel.js';
import {
  addPeople,
  addTeam,
  found,
  join,
  place,
  saveDeals,
  savePlan,
  saveQuotas,
  saveScores,
} from './organization.js';

export const quarter = '2026-Q2';
const products = ['Gold', 'Silver', 'Bronze'];
const batch = 500;

type Size = { readonly payees: number; readonly dealsOfEach: number };

/** Payees, each paid by a random plan of their own, with deals, quotas and scores that the plans ask for. */
export async function foundManyPlans(
  laurel: Laurel,
  dice: Dice,
  { payees, dealsOfEach }: Size = { payees: 75, dealsOfEach: 60 },
): Promise<Browser> {
  const admin = await found(laurel, 'Many plans', 'admin@plans.example');
  const names = Array.from({ length: payees }, (_, i) => `Payee ${i}`);
  const people = await addPeople(admin, [
    { name: 'Fin', role: 'finance' },
    { name: 'Max', role: 'manager' },
    ...names.map((name) => ({ name, role: 'rep' as const })),
  ]);
  const ids = names.map((name) => people[name]!);
  const team = await addTeam(admin, 'Team');
  await place(admin, team, [people.Max!], { position: 'manager' });
  await place(admin, team, ids);
  const finance = await join(laurel, admin, people.Fin!);
  const saves = products.map((name, i) => `a${i}: saveProduct(name: "${name}") { id }`);
  await finance.ask(`mutation { ${saves.join(' ')} }`);
  for (const id of [people.Max!, ...ids]) await assignRandomPlan(finance, id, dice);
  await saveQuotas(
    finance,
    ids.map((memberId) => ({
      memberId,
      period: quarter,
      amount: String(dice.from(1, 90) * 1_000),
    })),
  );
  await saveScores(
    finance,
    ids.map((memberId) => ({
      memberId,
      period: quarter,
      objective: 'quality',
      score: `0.${dice.from(1, 99)}`,
    })),
  );
  const deals = ids.flatMap((owner, i) => dealsFor(owner, i, dealsOfEach, dice));
  for (let start = 0; start < deals.length; start += batch)
    await saveDeals(finance, deals.slice(start, start + batch));
  await finance.settled(120_000);
  return finance;
}

/** Draws until a document breaks no rule of plans. */
async function assignRandomPlan(finance: Browser, memberId: string, dice: Dice): Promise<void> {
  for (let draw = 0; ; draw++) {
    const document = { ...new RandomPlan(dice).write(), currency: 'EUR' };
    const saved = await savePlan(finance, document, [memberId], { name: `${memberId} ${draw}` })
      .then(() => true)
      .catch((error: Error) => {
        if (!/PLAN|BAD_/.test(error.message)) throw error;
        return false;
      });
    if (saved) return;
  }
}

const dealsFor = (owner: string, i: number, count: number, dice: Dice) =>
  Array.from({ length: count }, (_, at) => ({
    externalId: `D-${i}-${at}`,
    owner,
    amount: String(dice.from(-500, 6_000)),
    product: dice.pick(products),
    status: 'won',
    closedOn: `2026-0${dice.from(4, 6)}-${String(dice.from(1, 28)).padStart(2, '0')}`,
    attributes: {
      segment: dice.pick(['new', 'old']),
      margin: String(dice.from(0, 9)),
      quantity: String(dice.from(0, 5)),
      discount: `0.${dice.from(0, 9)}`,
    },
  }));
