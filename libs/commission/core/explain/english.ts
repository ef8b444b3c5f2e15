import { correctionInEnglish } from './correction.js';
import type { Sentences } from './explain.js';
import type { Figures } from './figures.js';

const measured: Readonly<Record<string, string>> = {
  quota: 'of your quota',
  target: 'times your target pay',
  amount: 'of what you sold',
  margin: 'of margin',
  count: 'deals',
  quantity: 'units',
  marginShare: 'of margin on the amount',
  score: 'of the score',
};

function band(f: Figures): string {
  const of = measured[f.detail.basis?.of ?? 'quota'] ?? '';
  const range = f.to === null ? `above ${f.from}` : `between ${f.from} and ${f.to}`;
  return f.detail.basis ? `${range} ${of}` : `${range} ${of} of ${f.quota}`;
}

/** "5% of €100.00", or "3 units at €2.00 each". */
const rateOf = (f: Figures): string =>
  f.things ? `${counted(f)} at ${f.rate} each` : `${f.rate} of ${f.base}`;

function counted({ things, base }: Figures): string {
  const [one, many] = things === 'count' ? ['deal', 'deals'] : ['unit', 'units'];
  return `${base} ${base === '1' ? one : many}`;
}

function tier(f: Figures): string {
  const { mode, fixed } = f.detail;
  if (mode === 'retroactive')
    return fixed
      ? `Your total has reached the tier ${band(f)}, which pays ${f.amount} once.`
      : `Your total has reached the tier ${band(f)}. All of it is paid at its rate: ${rateOf(f)} is ${f.amount}.`;
  if (mode === 'running')
    return fixed
      ? `With this deal your total stands ${band(f)}, which pays ${f.amount} for it.`
      : `With this deal your total stands ${band(f)}. The whole deal pays its rate: ${rateOf(f)} is ${f.amount}.`;
  return f.things
    ? `Of this deal ${counted(f)} fall ${band(f)}, at ${f.rate} each: ${f.amount}.`
    : `${f.base} of this deal falls ${band(f)}. This part pays ${f.rate}: ${f.amount}.`;
}

function limit({ detail: { cap }, money, percent, amount }: Figures): string {
  if (cap?.on === 'attainment')
    return `Attainment counts up to ${percent(cap.at)}; what lies above changes your pay by ${amount}.`;
  return `At most ${money(cap?.at ?? '0')} is paid and ${money(cap?.of ?? '0')} was earned, so ${amount} is cut.`;
}

const roundings: Readonly<Record<string, string>> = {
  'half-even': 'an exact half to the even neighbour',
  'half-up': 'an exact half upwards',
};

const dates = {
  booked: 'This deal is credited on the day it was booked:',
  invoiced: 'This deal is credited on the date of its invoice:',
  paid: 'This deal is credited as the customer pays; this part came in on',
};

export const english: Sentences = {
  tier,
  cap: limit,
  flat: (f) => `${rateOf(f)} is ${f.amount}.`,
  rate: (f) =>
    f.detail.fixed
      ? `The rule that fits this deal best pays a fixed amount of ${f.amount}.`
      : `The rule that fits this deal best pays ${rateOf(f)}: ${f.amount}.`,
  matrix: (f) =>
    `At ${(f.detail.cell ?? []).join(' and ')} the table pays ${rateOf(f)}: ${f.amount}.`,
  formula: (f) => `The formula ${f.detail.expression ?? ''} comes to ${f.base}.`,
  spiff: (f) =>
    f.detail.measure === 'quantity'
      ? `${rateOf(f)} is ${f.amount}.`
      : `Each deal of this product pays a fixed bonus of ${f.amount}.`,
  override: (f) =>
    `Your teams were credited ${f.base} in this period. You are paid ${f.rate} of it: ${f.amount}.`,
  curve: (f) =>
    f.detail.attainment === undefined
      ? `The quota is 0, so the target of ${f.base} is paid: ${f.amount}.`
      : `You stand at ${f.percent(f.detail.attainment)}. There the curve pays ${f.rate} of the target of ${f.base}: ${f.amount}.`,
  bonus: (f) =>
    f.detail.expression === undefined
      ? `You are paid ${f.amount} in this period.`
      : `You are paid a bonus of ${f.amount}, because this holds: ${f.detail.expression}.`,
  objective: (f) =>
    `Of the objective “${f.detail.part ?? ''}” ${f.rate} was reached; the target is ${f.base}, and this pays ${f.amount}.`,
  pool: (f) =>
    `The team shares ${f.money(f.detail.pool?.size ?? '0')} among ${f.detail.pool?.members ?? 0}. Your share of it is ${f.percent(f.detail.pool?.share ?? '0')}: ${f.amount}.`,
  trueUp: (f) =>
    f.less
      ? `With the year’s total as it is now, earlier periods have paid too much: ${f.amount}.`
      : `With the year’s total as it is now, earlier periods are due ${f.amount} more.`,
  gate: (f) =>
    `The condition ${f.detail.gate ?? ''} is not met. Without it ${f.base} would be paid.`,
  floor: (f) =>
    `At least ${f.money(f.detail.cap?.at ?? '0')} is paid and ${f.money(f.detail.cap?.of ?? '0')} was earned, so ${f.amount} is added.`,
  rounding: (f) => `Only the sum of the statement is rounded, which changes it by ${f.amount}.`,
  correction: correctionInEnglish,
  before: (f) => `Before this deal you had been credited ${f.before}.`,
  factor: (of, by, why) => factors[of](by, why),
  dated: (by, day) => `${dates[by]} ${day}.`,
  exchanged: (amount, rate, source, day) =>
    `The deal was ${amount}; it was converted at ${rate} (${source}, ${day}).`,
  rounded: (f) =>
    `The exact result is ${f.exact}; it is rounded once, ${roundings[f.rounding] ?? f.rounding}.`,
};

const factors = {
  product: (by: string) => `The product of this deal counts ${by} times.`,
  weight: (by: string) => `This weighs ${by}.`,
  accelerator: (by: string) => `At your attainment it counts ${by} times.`,
  condition: (by: string, why: string) => `It counts ${by} times, because this holds: ${why}.`,
  proration: (by: string) => `You were active for ${by} of the period.`,
};
