import type { BinaryArray } from './binary-row.js';

/** Ids as they came in an array, some of them, in another order; −1 stands for none. */
export type PickedIds = { readonly from: BinaryArray; readonly places: readonly (number | null)[] };

/** What stands before the rows in PostgreSQL's binary format, and after them. */
export const fileStart = Buffer.from('PGCOPY\n\xff\r\n\0' + '\0'.repeat(8), 'latin1');
export const fileEnd = Buffer.from([0xff, 0xff]);

type Whole = number | bigint;

/** The numbers by which PostgreSQL knows types of elements. */
const typeOf = { int4: 23, int8: 20, text: 25, uuid: 2950 };

/** Writes rows in PostgreSQL's binary format, field by field in the order of the columns. */
export class RowWriter {
  private bytes = Buffer.allocUnsafe(1 << 16);
  length = 0;

  /** What was written since it was taken last. */
  take(): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, this.length));
    this.length = 0;
    return taken;
  }

  /** Begins a row of so many fields. */
  row(fields: number): void {
    this.room(2);
    this.length = this.bytes.writeInt16BE(fields, this.length);
  }

  none(): void {
    this.size(-1);
  }

  uuid(value: string): void {
    this.size(16);
    this.room(16);
    this.length += this.bytes.write(value.replaceAll('-', ''), this.length, 'hex');
  }

  text(value: string): void {
    const size = Buffer.byteLength(value);
    this.size(size);
    this.room(size);
    this.length += this.bytes.write(value, this.length);
  }

  /** A value of a jsonb column. */
  json(value: unknown): void {
    const text = JSON.stringify(value);
    const size = Buffer.byteLength(text);
    this.size(size + 1);
    this.room(size + 1);
    this.length = this.bytes.writeUInt8(1, this.length);
    this.length += this.bytes.write(text, this.length);
  }

  int4(value: number): void {
    this.size(4);
    this.whole4(value);
  }

  int8(value: Whole | null): void {
    if (value === null) return this.none();
    this.size(8);
    this.whole8(value);
  }

  int4s(values: readonly number[]): void {
    this.array(typeOf.int4, values, (value) => this.int4(value));
  }

  int8s(values: readonly (Whole | null)[]): void {
    this.array(typeOf.int8, values, (value) => this.int8(value));
  }

  texts(values: readonly (string | Whole | null)[]): void {
    this.array(typeOf.text, values, (value) =>
      value === null ? this.none() : this.text(String(value)),
    );
  }

  uuids(values: readonly (string | null)[] | PickedIds): void {
    if ('places' in values) this.array(typeOf.uuid, values.places, (at) => this.pick(values, at));
    else
      this.array(typeOf.uuid, values, (value) => (value === null ? this.none() : this.uuid(value)));
  }

  private pick({ from }: PickedIds, place: number | null): void {
    if (place === null) return this.none();
    this.room(20);
    const start = from.start + place * 20;
    this.length += from.bytes.copy(this.bytes, this.length, start, start + 20);
  }

  private array<T>(type: number, values: readonly T[], write: (value: T) => void): void {
    const start = this.length;
    this.size(0);
    this.whole4(values.length ? 1 : 0);
    this.whole4(0);
    this.whole4(type);
    if (values.length) {
      this.whole4(values.length);
      this.whole4(1);
    }
    for (const value of values) write(value);
    this.bytes.writeInt32BE(this.length - start - 4, start);
  }

  private size(bytes: number): void {
    this.whole4(bytes);
  }

  private whole4(value: number): void {
    this.room(4);
    this.length = this.bytes.writeInt32BE(value, this.length);
  }

  private whole8(value: Whole): void {
    this.room(8);
    if (typeof value === 'bigint') {
      this.length = this.bytes.writeBigInt64BE(value, this.length);
      return;
    }
    const high = Math.floor(value / 2 ** 32);
    this.length = this.bytes.writeInt32BE(high, this.length);
    this.length = this.bytes.writeUInt32BE(value - high * 2 ** 32, this.length);
  }

  private room(bytes: number): void {
    if (this.length + bytes <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.bytes.length, this.length + bytes));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
