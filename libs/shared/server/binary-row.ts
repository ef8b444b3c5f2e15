import { fileStart } from './row-writer.js';

/** Cuts what comes of PostgreSQL's binary format into rows. */
export class RowReader {
  private rest = Buffer.alloc(0);
  private at = 0;
  private started = false;

  /** The rows that are whole by now. */
  read(chunk: Buffer): BinaryRow[] {
    this.rest = Buffer.concat([this.rest.subarray(this.at), chunk]);
    this.at = 0;
    if (!this.started) {
      if (this.rest.length < fileStart.length) return [];
      this.at = fileStart.length;
      this.started = true;
    }
    const rows: BinaryRow[] = [];
    for (let row = this.next(); row; row = this.next()) rows.push(row);
    return rows;
  }

  /** Null where the next row is not whole yet, and at the end. */
  private next(): BinaryRow | null {
    const { rest } = this;
    if (this.at + 2 > rest.length) return null;
    const fields = rest.readInt16BE(this.at);
    const starts: number[] = [];
    let at = this.at + 2;
    for (let field = 0; field < fields; field++) {
      if (at + 4 > rest.length) return null;
      const length = rest.readInt32BE(at);
      starts.push(length === -1 ? -1 : at + 4);
      at += 4 + Math.max(length, 0);
    }
    if (fields < 0 || at > rest.length) return null;
    this.at = at;
    return new BinaryRow(rest, starts);
  }
}

/** A row as PostgreSQL writes it in binary, its fields by their place. */
export class BinaryRow {
  /** Where each field starts; −1 for a null. */
  constructor(
    private readonly bytes: Buffer,
    private readonly starts: readonly number[],
  ) {}

  uuid(field: number): string {
    const start = this.starts[field]!;
    return this.bytes
      .toString('hex', start, start + 16)
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  /** An integer of 4 bytes. */
  int(field: number): number {
    return this.bytes.readInt32BE(this.starts[field]!);
  }

  flag(field: number): boolean {
    return this.bytes[this.starts[field]!] === 1;
  }

  /** An array of one dimension, without nulls in it. */
  array(field: number): BinaryArray {
    const start = this.starts[field]!;
    const dimensions = this.bytes.readInt32BE(start);
    const length = dimensions === 0 ? 0 : this.bytes.readInt32BE(start + 12);
    return new BinaryArray(this.bytes, start + 20, length);
  }
}

/** Elements of one size, each after its own length, as they came. */
export class BinaryArray {
  constructor(
    readonly bytes: Buffer,
    readonly start: number,
    readonly length: number,
  ) {}

  /** Integers of 4 bytes. */
  ints(): Int32Array {
    const { bytes, start } = this;
    return Int32Array.from({ length: this.length }, (_, i) => bytes.readInt32BE(start + i * 8 + 4));
  }

  /** Integers of 8 bytes; beyond 2^53 only near. */
  numbers(): Float64Array {
    const { bytes, start, length } = this;
    const numbers = new Float64Array(length);
    for (let i = 0, at = start + 4; i < length; i++, at += 12)
      numbers[i] = bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4);
    return numbers;
  }

  /** How many elements of 16 bytes are other than the one before them. */
  uuidRuns(): number {
    const { bytes, start, length } = this;
    let runs = 0;
    for (let i = 0, at = start + 4; i < length; i++, at += 20)
      if (i === 0 || bytes.compare(bytes, at - 20, at - 4, at, at + 16) !== 0) runs++;
    return runs;
  }
}
