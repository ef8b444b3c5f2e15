import { idSize, type PlainCredits } from './core/index.js';

/** Bytes of the two ids of a credit. */
const idsSize = 2 * idSize;
/** Bytes before the second of them as it is read. */
const fieldHead = 4;

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

  /** The periods follow each other; each ends before one of the days, which are counted. */
  constructor(private readonly ends: readonly number[]) {
    this.starts = new Int32Array(ends.length + 1);
    this.isPlain = ends.map(() => true);
  }

  clear(): void {
    this.length = 0;
    this.period = 0;
    this.starts.fill(0);
    this.isPlain.fill(true);
  }

  /** The next credit, in the order of days, as it stands in bytes that were read. */
  add(bytes: Buffer, day: number, product: number, amount: number, ids: number): void {
    if (this.length === this.amount.length) this.grow();
    const on = bytes.readInt32BE(day);
    while (on >= this.ends[this.period]!) this.period++;
    const kind = bytes.readInt32BE(product);
    if ((kind & 1) === 0) this.isPlain[this.period] = false;
    const at = this.length++;
    this.product[at] = kind >> 1;
    // Beyond 2^53 only near, and then not paid in plain numbers.
    this.amount[at] = bytes.readInt32BE(amount) * 2 ** 32 + bytes.readUInt32BE(amount + 4);
    this.copyId(bytes, ids, at * idsSize);
    this.copyId(bytes, ids + idSize + fieldHead, at * idsSize + idSize);
    this.starts.fill(this.length, this.period + 1);
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
