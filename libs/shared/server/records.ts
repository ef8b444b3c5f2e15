/** What stands before the rows in PostgreSQL's binary format. */
const fileStart = Buffer.from('PGCOPY\n\xff\r\n\0' + '\0'.repeat(8), 'latin1');

/** Bytes of the number of a row's fields, and of the length of each. */
const [rowHead, fieldHead] = [2, 4];

/** Rows as PostgreSQL writes them in binary, none of whose fields is empty; a field is a view of the bytes that came. */
export class RecordReader {
  private rest: Buffer = Buffer.alloc(0);
  private started = false;

  constructor(private readonly fields: number) {}

  /** The rows that are whole by now. */
  read(chunk: Buffer): Buffer[][] {
    const bytes = this.rest.length ? Buffer.concat([this.rest, chunk]) : chunk;
    const rows: Buffer[][] = [];
    let start = this.startIn(bytes);
    for (let row = this.rowAt(bytes, start); row; row = this.rowAt(bytes, start)) {
      rows.push(row.fields);
      start = row.end;
    }
    this.rest = bytes.subarray(start);
    return rows;
  }

  private startIn(bytes: Buffer): number {
    if (this.started || bytes.length < fileStart.length) return 0;
    this.started = true;
    return fileStart.length;
  }

  /** Null where the row is not whole yet, and at the end of all. */
  private rowAt(bytes: Buffer, start: number): { fields: Buffer[]; end: number } | null {
    if (!this.started || start + rowHead > bytes.length) return null;
    const count = bytes.readInt16BE(start);
    if (count === -1) return null;
    if (count !== this.fields) throw new Error('A row does not have the fields that were said');
    const fields: Buffer[] = [];
    let at = start + rowHead;
    while (fields.length < count) {
      const from = at + fieldHead;
      if (from > bytes.length) return null;
      at = from + bytes.readInt32BE(at);
      if (at > bytes.length) return null;
      fields.push(bytes.subarray(from, at));
    }
    return { fields, end: at };
  }
}
