import { widestRelation, type Role } from '../../core/index.js';

/** Whoever may read this field of everybody may read the changes of the table. */
const told: Readonly<Record<string, string>> = {
  organization: 'Organization.name',
  member: 'Member.email',
  credential: 'ApiToken.name',
  session: 'ApiToken.name',
  invitation: 'ApiToken.name',
  api_token: 'ApiToken.name',
  team: 'Team.name',
  membership: 'Membership.from',
  alias: 'Import.mapping',
  account: 'Account.name',
  product: 'Product.name',
  deal: 'Deal.amount',
  import: 'Import.mapping',
  deal_payment: 'Deal.amount',
  deal_split: 'Deal.amount',
  period: 'Period.status',
  period_change: 'Period.status',
  quota: 'Quota.amount',
  quota_correction: 'Quota.amount',
  score: 'Score.score',
  plan: 'Plan.name',
  plan_version: 'Plan.versions',
  plan_assignment: 'Plan.assignments',
  plan_rule: 'Plan.rules',
  badge: 'Badge.criteria',
  exchange_rate: 'ExchangeRate.rate',
};

/** A table that is not listed may hold pay. */
const otherwise = 'Statement.earned';

/** Tables whose changes a reader of the trail sees: those shown, and beside those known the rest or not. */
export type Sight = { readonly shown: string[]; readonly known: string[]; readonly rest: boolean };

export function sightOf(role: Role | 'system'): Sight {
  const seesAll = (coordinate: string) => widestRelation(coordinate, role) === 'all';
  const known = Object.keys(told);
  return { shown: known.filter((table) => seesAll(told[table]!)), known, rest: seesAll(otherwise) };
}

export const sees = ({ shown, known, rest }: Sight, table: string): boolean =>
  shown.includes(table) || (rest && !known.includes(table));
