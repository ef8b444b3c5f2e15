/** Lines in columns, in their order. One object serves many payees: `clear` leaves the room. */
export class PlainLines {
  length = 0;
  /** What else is to be said of the line: the number of a term of its kernel. */
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

  clear(): void {
    this.length = 0;
  }

  private grow(): void {
    const { term, credit, base, amount, creditedBefore } = this;
    const room = 2 * term.length;
    this.term = larger(term, new Int32Array(room));
    this.credit = larger(credit, new Int32Array(room));
    this.base = larger(base, new Float64Array(room));
    this.amount = larger(amount, new Float64Array(room));
    this.creditedBefore = larger(creditedBefore, new Float64Array(room));
  }
}

function larger<C extends Int32Array | Float64Array>(column: C, room: C): C {
  room.set(column);
  return room;
}
