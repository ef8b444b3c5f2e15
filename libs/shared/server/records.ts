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

  /** The rows that are whole by now, one after the other. */
  read(chunk: Buffer): Buffer {
    const all = this.rest.length ? Buffer.concat([this.rest, chunk]) : chunk;
    const start = this.started ? 0 : fileStart.length;
    if (all.length < start) {
      this.rest = all;
      return all.subarray(0, 0);
    }
    this.started = true;
    const end = start + Math.floor((all.length - start) / this.size) * this.size;
    this.rest = Buffer.from(all.subarray(end));
    const rows = all.subarray(start, end);
    for (let row = 0; row < rows.length; row += this.size)
      if (rows.readInt16BE(row) !== this.fields.length)
        throw new Error('A row is not as large as was said');
    return rows;
  }
}
