import type { Cell } from '@laurel/shared';
import type { Day, DayRange } from '@laurel/shared/core';
import type { PlainCredits, Products } from './core/index.js';

export type NamedRange = DayRange & { readonly period: string };

/**
 * A query for what plain plans ask of the credits of payees, payee by payee and in the plan's order. What is
 * rolled up comes as one sum for each level of a period. The periods follow each other.
 */
export function streamedPlainCredits(
  payeeIds: readonly string[],
  ranges: readonly NamedRange[],
): string {
  const days = `credited_on >= '${ranges[0]!.from}' and credited_on < '${ranges.at(-1)!.to}'`;
  const paid = `not void and credit.payee_id = any('{${payeeIds.join(',')}}')`;
  const periods = ranges.map(({ from, to }) => `(date '${from}', date '${to}')`);
  return `
    select payee_id, credited_on, kind, 0 as level, credit.amount, credit.currency, credit.id, deal_id, product.name,
      external_id collate "C" as external_id
    from credit
    join deal on (deal.organization_id, deal.id) = (credit.organization_id, deal_id)
    left join product on (product.organization_id, product.id) = (deal.organization_id, product_id)
    where ${paid} and ${days} and kind <> 'rollUp'
    union all
    select payee_id, from_day, 'rollUp', level, sum(amount), currency, null, null, null, null
    from credit join (values ${periods.join(', ')}) as period (from_day, to_day)
      on credited_on >= from_day and credited_on < to_day
    where ${paid} and ${days} and kind = 'rollUp'
    group by payee_id, from_day, level, currency
    order by 1, 2, 10`;
}

/** The columns of `streamedPlainCredits` by their place. */
const at = {
  payee: 0,
  day: 1,
  kind: 2,
  level: 3,
  amount: 4,
  currency: 5,
  id: 6,
  deal: 7,
  product: 8,
};

export const payeeOfPlain = (cells: readonly Cell[]): string => cells[at.payee]!;

/** Credits of one payee and period as they come, with the ids that stand beside their columns. */
export class GatheredCredits {
  readonly id: string[] = [];
  readonly dealId: string[] = [];
  readonly product: number[] = [];
  readonly amount: number[] = [];
  readonly rolledUp: { level: number; amount: number }[] = [];

  inColumns(): PlainCredits {
    return {
      amount: Float64Array.from(this.amount),
      product: Int32Array.from(this.product),
      dealCount: this.dealId.filter((id, i) => id !== this.dealId[i - 1]).length,
      rolledUp: this.rolledUp,
    };
  }
}

/** The credits of one payee by period; null for a period with something that a plain plan has no word for. */
export class PlainPeriods {
  private readonly periods = new Map<string, GatheredCredits | null>();
  private place = 0;

  constructor(
    private readonly ranges: readonly NamedRange[],
    private readonly currency: string,
    private readonly products: Products,
  ) {}

  of(period: string): GatheredCredits | null {
    const known = this.periods.get(period);
    return known === undefined ? new GatheredCredits() : known;
  }

  /** Rows come in the order of their days. */
  add(cells: readonly Cell[]): void {
    const period = this.periodAt(cells[at.day]!);
    if (period === undefined) return;
    let credits = this.periods.get(period);
    if (credits === undefined) this.periods.set(period, (credits = new GatheredCredits()));
    if (!credits) return;
    const kind = cells[at.kind]!;
    const amount = Number(cells[at.amount]);
    const known = kind === 'direct' || kind === 'split' || kind === 'rollUp';
    if (!known || cells[at.currency] !== this.currency || !Number.isSafeInteger(amount)) {
      this.periods.set(period, null);
    } else if (kind === 'rollUp') {
      credits.rolledUp.push({ level: Number(cells[at.level]), amount });
    } else {
      credits.id.push(cells[at.id]!);
      credits.dealId.push(cells[at.deal]!);
      credits.product.push(this.products.placeOf(cells[at.product]!));
      credits.amount.push(amount);
    }
  }

  private periodAt(day: Day): string | undefined {
    while (this.place < this.ranges.length && day >= this.ranges[this.place]!.to) this.place++;
    return this.ranges[this.place]?.period;
  }
}
