import type { EarningTerm } from '../pack.js';

/**
 * Lines in columns, in their order; what lines have in common stands once among the terms, in the order of first
 * use. One object serves many payees: `clear` leaves the room.
 */
export class PlainLines {
  length = 0;
  terms: EarningTerm[] = [];
  /** Which of the terms. */
  term = new Int32Array(64);
  /** The place of the credit in its columns; −1 for a line without one. */
  credit = new Int32Array(64);
  base = new Float64Array(64);
  amount = new Float64Array(64);
  /** What had been credited before; NaN where a line does not tell it. */
  creditedBefore = new Float64Array(64);

  add(term: number, credit: number, base: number, amount: number, before: number): void {
    const at = this.length++;
    if (at === this.term.length) this.grow();
    this.term[at] = term;
    this.credit[at] = credit;
    this.base[at] = base;
    this.amount[at] = amount;
    this.creditedBefore[at] = before;
  }

  /** A line of the whole period, with a term of its own. */
  addAlone(term: EarningTerm, base: number, amount: number): void {
    this.add(this.terms.push(term) - 1, -1, base, amount, NaN);
  }

  clear(): void {
    this.length = 0;
    this.terms = [];
  }

  private grow(): void {
    const { term, credit, base, amount, creditedBefore } = this;
    this.term = larger(term, new Int32Array(2 * term.length));
    this.credit = larger(credit, new Int32Array(2 * term.length));
    this.base = larger(base, new Float64Array(2 * term.length));
    this.amount = larger(amount, new Float64Array(2 * term.length));
    this.creditedBefore = larger(creditedBefore, new Float64Array(2 * term.length));
  }
}

function larger<C extends Int32Array | Float64Array>(column: C, room: C): C {
  room.set(column);
  return room;
}
