import { idSize, type PlainCredits } from './core/index.js';

/** Bytes of the two ids of a credit. */
const idsSize = 2 * idSize;

/** The credits of one payee in columns, period by period; one object serves many payees. */
export class PayeeCredits implements PlainCredits {
  amount = new Float64Array(256);
  product = new Int32Array(256);
  ids = new Uint8Array(256 * idsSize);
  private length = 0;
  private period = 0;
  /** Where the credits of each period start; the last is the end. */
  private readonly starts: Int32Array;
  private readonly isPlain: boolean[];

  private payee: Buffer = Buffer.alloc(0);
  private currency = '';

  /** The periods follow each other; each ends before one of the days, which are counted. `fields` say where a row has what. */
  constructor(
    private readonly ends: readonly number[],
    readonly fields: readonly [
      payee: number,
      day: number,
      currency: number,
      product: number,
      amount: number,
      creditId: number,
      dealId: number,
    ],
  ) {
    this.starts = new Int32Array(ends.length + 1);
    this.isPlain = ends.map(() => true);
  }

  clear(): void {
    this.length = 0;
    this.period = 0;
    this.starts.fill(0);
    this.isPlain.fill(true);
  }

  /** Is the row that starts there of the payee whose credits these are? */
  isOfSame(rows: Buffer, row: number): boolean {
    const start = row + this.fields[0];
    return this.payee.length > 0 && this.payee.compare(rows, start, start + idSize) === 0;
  }

  /** From now on the credits of the payee of that row, who is paid in one of the currencies. */
  begin(rows: Buffer, row: number, currencies: ReadonlyMap<string, string>): string {
    const start = row + this.fields[0];
    this.payee = Buffer.from(rows.subarray(start, start + idSize));
    this.clear();
    const payeeId = this.payee.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    this.currency = currencies.get(payeeId) ?? '';
    return payeeId;
  }

  /** The next credit, in the order of days. */
  add(rows: Buffer, row: number): void {
    if (this.length === this.amount.length) this.grow();
    const [, day, currency, product, amount, creditId, dealId] = this.fields;
    const on = rows.readInt32BE(row + day);
    while (on >= this.ends[this.period]!) this.period++;
    const kind = rows.readInt32BE(row + product);
    if ((kind & 1) === 0 || !this.isPaidIn(rows, row + currency)) this.isPlain[this.period] = false;
    const at = this.length++;
    this.product[at] = kind >> 1;
    // Beyond 2^53 only near, and then not paid in plain numbers.
    this.amount[at] =
      rows.readInt32BE(row + amount) * 2 ** 32 + rows.readUInt32BE(row + amount + 4);
    this.copyId(rows, row + creditId, at * idsSize);
    this.copyId(rows, row + dealId, at * idsSize + idSize);
    this.starts.fill(this.length, this.period + 1);
  }

  private isPaidIn(rows: Buffer, start: number): boolean {
    const { currency } = this;
    for (let i = 0; i < currency.length; i++)
      if (rows[start + i] !== currency.charCodeAt(i)) return false;
    return currency !== '';
  }

  /** The place of a period's credits; null when a plain plan has no word for one of them. */
  within(period: number): { from: number; to: number } | null {
    return this.isPlain[period]
      ? { from: this.starts[period]!, to: this.starts[period + 1]! }
      : null;
  }

  private copyId(bytes: Buffer, from: number, to: number): void {
    const { ids } = this;
    for (let i = 0; i < idSize; i++) ids[to + i] = bytes[from + i]!;
  }

  private grow(): void {
    const { amount, product, ids } = this;
    this.amount = new Float64Array(2 * amount.length);
    this.amount.set(amount);
    this.product = new Int32Array(2 * product.length);
    this.product.set(product);
    this.ids = new Uint8Array(2 * ids.length);
    this.ids.set(ids);
  }
}
