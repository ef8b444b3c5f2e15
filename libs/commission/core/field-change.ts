/** A row of a deal as it was noted, by the names of its columns. */
export type NotedDeal = Readonly<Record<string, unknown>> | null;

/** A field of a deal that says something else. People and things are still told by their ids. */
export type FieldChange = {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What decides pay, by its column, in the order it is told. */
const told: Readonly<Record<string, string>> = {
  status: 'status',
  owner_id: 'owner',
  product_id: 'product',
  account_id: 'account',
  amount: 'amount',
  currency: 'currency',
  closed_on: 'closedOn',
  booked_on: 'bookedOn',
  invoiced_on: 'invoicedOn',
  region: 'region',
  contract_months: 'contractMonths',
  splits: 'splits',
  attributes: 'attributes',
};

/** Told only by the fact that they changed. */
const tooLong = new Set(['splits', 'attributes']);

/** What decides pay and differs between two notes of a deal; of one that was not there, or no longer is, every field. */
export const fieldChanges = (before: NotedDeal, after: NotedDeal): FieldChange[] =>
  Object.entries(told).flatMap(([column, field]) => {
    const [was, is] = [textOf(before?.[column]), textOf(after?.[column])];
    if (was === is) return [];
    const shown = (text: string | null) => (tooLong.has(column) ? null : text);
    return [{ field, before: shown(was), after: shown(is) }];
  });

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  return Object.keys(value).length ? JSON.stringify(value) : null;
}
