type Whole = number | bigint;

/** The numbers by which PostgreSQL knows types of elements. */
const typeOf = { bytea: 17, int8: 20, int4: 23, text: 25, uuid: 2950 };
export type ElementType = keyof typeof typeOf;

const headSize = 20;

/** Writes an array in PostgreSQL's binary format, to be sent as a parameter: one for each column of many rows. */
export class ArrayWriter {
  private bytes = Buffer.allocUnsafe(1 << 12);
  /** Of the bytes that were written so far. */
  size = headSize;
  private count = 0;

  constructor(private readonly type: ElementType) {}

  /** The array of what was written since it was taken last. */
  take(): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, this.size));
    taken.writeInt32BE(1, 0);
    taken.writeInt32BE(1, 4);
    taken.writeInt32BE(typeOf[this.type], 8);
    taken.writeInt32BE(this.count, 12);
    taken.writeInt32BE(1, 16);
    this.size = headSize;
    this.count = 0;
    return taken;
  }

  none(): void {
    this.element(0);
    this.bytes.writeInt32BE(-1, this.size - 4);
  }

  uuid(value: string): void {
    this.element(16);
    this.size += this.bytes.write(value.replaceAll('-', ''), this.size, 'hex');
  }

  text(value: string | null): void {
    if (value === null) return this.none();
    const length = Buffer.byteLength(value);
    this.element(length);
    this.size += this.bytes.write(value, this.size);
  }

  data(value: Uint8Array): void {
    this.element(value.length);
    this.bytes.set(value, this.size);
    this.size += value.length;
  }

  int4(value: number | null): void {
    if (value === null) return this.none();
    this.element(4);
    this.size = this.bytes.writeInt32BE(value, this.size);
  }

  int8(value: Whole | null): void {
    if (value === null) return this.none();
    this.element(8);
    this.size = this.bytes.writeBigInt64BE(BigInt(value), this.size);
  }

  /** Begins an element of so many bytes. */
  private element(length: number): void {
    const end = this.size + 4 + length;
    if (end > this.bytes.length) this.grow(end);
    this.size = this.bytes.writeInt32BE(length, this.size);
    this.count++;
  }

  private grow(needed: number): void {
    const larger = Buffer.allocUnsafe(Math.max(2 * this.bytes.length, needed));
    this.bytes.copy(larger, 0, 0, this.size);
    this.bytes = larger;
  }
}
