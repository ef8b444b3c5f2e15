import type { EarningTerm } from '../pack.js';
import type { PlainPlan } from './plain-plan.js';

type Said = Pick<EarningTerm, 'component' | 'kind'> & Partial<EarningTerm>;

/** What lines of one payee's period have in common, given the quota and, for a line of its own, its base. */
type Make = (quota: number | null, base: number) => EarningTerm;

/** Everything that lines of a plain plan can have in common, by number, so that a line needs to tell no more. */
export class Terms {
  private readonly makes: Make[] = [];

  constructor(private readonly plan: PlainPlan) {}

  /** Whatever is not said is what most lines say. */
  add(said: Said, more?: (quota: number | null, base: number) => Partial<EarningTerm>): number {
    const { currency, rounding } = this.plan;
    const own = { ...most, currency, rounding, ...said };
    return this.makes.push((...about) => ({ ...own, ...more?.(...about) })) - 1;
  }

  at(number: number, quota: number | null, base: number): EarningTerm {
    return this.makes[number]!(quota, base);
  }
}

const most = {
  tier: null,
  tierFrom: null,
  tierTo: null,
  quota: null,
  rate: '1',
  multiplier: '1',
  detail: null,
};
