import { type EarningTerm, termText } from '../pack.js';
import type { PlainPlan } from './plain-plan.js';

type Said = Pick<EarningTerm, 'component' | 'kind'> & Partial<EarningTerm>;

/** What hangs on the base of the one line that it is for. */
type More = (base: number) => Partial<EarningTerm>;

/** Everything that lines of a plain plan can have in common, by number, so that a line needs to tell no more. */
export class Terms {
  private readonly said: { readonly own: EarningTerm; readonly more?: More; text?: string }[] = [];

  constructor(private readonly plan: PlainPlan) {}

  /** Whatever is not said is what most lines say. */
  add(said: Said, more?: More): number {
    const { currency, rounding } = this.plan;
    const own = { ...most, currency, rounding, ...said };
    return this.said.push({ own, ...(more && { more }) }) - 1;
  }

  get count(): number {
    return this.said.length;
  }

  at(number: number, base: number): EarningTerm {
    const { own, more } = this.said[number]!;
    return { ...own, ...more?.(base) };
  }

  /** The same as it is kept. */
  text(number: number, base: number): string {
    const term = this.said[number]!;
    if (term.more) return termText(this.at(number, base));
    return (term.text ??= termText(term.own));
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
