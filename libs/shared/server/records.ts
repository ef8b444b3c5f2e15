/** What stands before the rows in PostgreSQL's binary format. */
const fileStart = Buffer.from('PGCOPY\n\xff\r\n\0' + '\0'.repeat(8), 'latin1');

/** Bytes before a row, and before each of its fields. */
const [rowHead, fieldHead] = [2, 4];

/** Rows as PostgreSQL writes them in binary, where no field is empty and each always has the same size in bytes. */
export class RecordReader {
  /** Bytes from the start of a row to each of its fields. */
  readonly fields: readonly number[];
  /** Bytes of a row. */
  readonly size: number;
  private rest: Buffer = Buffer.alloc(0);
  private started = false;

  constructor(sizes: readonly number[]) {
    let end = rowHead;
    this.fields = sizes.map((size) => {
      const start = end + fieldHead;
      end = start + size;
      return start;
    });
    this.size = end;
  }

  /** The rows that are whole by now, one after the other, in pieces. */
  read(chunk: Buffer): Buffer[] {
    if (!this.started) return this.start(chunk);
    // Only the row that was cut is put together; all others stay where they are.
    const missing = this.rest.length ? this.size - this.rest.length : 0;
    if (chunk.length < missing) return this.keep(Buffer.concat([this.rest, chunk]));
    const cut = missing ? [Buffer.concat([this.rest, chunk.subarray(0, missing)])] : [];
    const end = chunk.length - ((chunk.length - missing) % this.size);
    this.rest = Buffer.from(chunk.subarray(end));
    const rows = [...cut, chunk.subarray(missing, end)].filter(({ length }) => length > 0);
    for (const piece of rows) this.check(piece);
    return rows;
  }

  private start(chunk: Buffer): Buffer[] {
    const all = Buffer.concat([this.rest, chunk]);
    if (all.length < fileStart.length) return this.keep(all);
    this.started = true;
    this.rest = Buffer.alloc(0);
    return this.read(all.subarray(fileStart.length));
  }

  private keep(rest: Buffer): Buffer[] {
    this.rest = rest;
    return [];
  }

  private check(rows: Buffer): void {
    for (let row = 0; row < rows.length; row += this.size)
      if (rows.readInt16BE(row) !== this.fields.length)
        throw new Error('A row is not as large as was said');
  }
}
