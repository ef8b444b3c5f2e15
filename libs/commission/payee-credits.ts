import { creditRecord } from '@laurel/credit';
import { idSize, type PlainCredits } from './core/index.js';

/** Bytes of the two ids of a credit. */
const idsSize = 2 * idSize;

/** From a day on and before another, counted as records count them. */
type CountedDays = { readonly from: number; readonly to: number };

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

  /** The periods follow each other. Products that no plan names have no place. */
  constructor(
    private readonly periods: readonly CountedDays[],
    private readonly places: ReadonlyMap<number, number>,
  ) {
    this.starts = new Int32Array(periods.length + 1);
    this.isPlain = periods.map(() => true);
  }

  clear(): void {
    this.length = 0;
    this.period = 0;
    this.starts.fill(0);
    this.isPlain.fill(true);
  }

  /** Are these the bytes of the payee whose credits these are? */
  isOf(payee: Buffer): boolean {
    return this.payee.length > 0 && this.payee.equals(payee);
  }

  /** From now on the credits of that payee, who is paid in one of the currencies. */
  begin(payee: Buffer, currencies: ReadonlyMap<string, string>): string {
    this.payee = Buffer.from(payee);
    this.clear();
    const payeeId = payee.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    this.currency = currencies.get(payeeId) ?? '';
    return payeeId;
  }

  /** The credits of the next month in a currency. Plain numbers know no other than that of the plan. */
  add(currency: Buffer, records: Buffer): void {
    const isPaid = currency.toString('latin1') === this.currency;
    for (let at = 0; at < records.length; at += creditRecord.size) {
      const day = records.readInt32BE(at + creditRecord.day);
      if (isPaid) this.addRecord(day, records, at);
      else this.refuse(day);
    }
  }

  private addRecord(day: number, records: Buffer, at: number): void {
    const { periods } = this;
    while (this.period < periods.length && day >= periods[this.period]!.to) this.period++;
    if (this.period === periods.length || day < periods[this.period]!.from) return;
    if (this.length === this.amount.length) this.grow();
    const product = records.readInt32BE(at + creditRecord.product);
    if ((product & 1) === 0) this.isPlain[this.period] = false;
    const place = this.length++;
    this.product[place] = this.places.get(product >> 1) ?? 0;
    // Beyond 2^53 only near, and then not paid in plain numbers.
    this.amount[place] =
      records.readInt32BE(at + creditRecord.amount) * 2 ** 32 +
      records.readUInt32BE(at + creditRecord.amount + 4);
    this.copyIds(records, at + creditRecord.creditId, place * idsSize);
    this.starts.fill(this.length, this.period + 1);
  }

  private refuse(day: number): void {
    const period = this.periods.findIndex(({ from, to }) => day >= from && day < to);
    if (period >= 0) this.isPlain[period] = false;
  }

  /** The place of a period's credits; null when a plain plan has no word for one of them. */
  within(period: number): { from: number; to: number } | null {
    return this.isPlain[period]
      ? { from: this.starts[period]!, to: this.starts[period + 1]! }
      : null;
  }

  /** That of the credit and that of its deal. */
  private copyIds(bytes: Buffer, from: number, to: number): void {
    const { ids } = this;
    for (let i = 0; i < idsSize; i++) ids[to + i] = bytes[from + i]!;
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
