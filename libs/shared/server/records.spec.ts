import fc from 'fast-check';
import { RecordReader } from './records.js';

const start = Buffer.from('PGCOPY\n\xff\r\n\0' + '\0'.repeat(8), 'latin1');
const end = Buffer.from([0xff, 0xff]);

/** A row as COPY writes it. */
function record(fields: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(2);
  head.writeInt16BE(fields.length);
  const all = fields.flatMap((field) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(field.length);
    return [length, field];
  });
  return Buffer.concat([head, ...all]);
}

describe('records', () => {
  it('are read as they were written, wherever the stream is cut', () => {
    const field = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(field, field)),
        fc.integer({ min: 1, max: 60 }),
        (given, size) => {
          const file = Buffer.concat([start, ...given.map(record), end]);
          const reader = new RecordReader(2);
          const found: number[][][] = [];
          for (let at = 0; at < file.length; at += size)
            for (const row of reader.read(file.subarray(at, at + size)))
              found.push(row.map((each) => [...each]));
          expect(found).toEqual(given.map((row) => row.map((each) => [...each])));
        },
      ),
    );
  });

  it('are refused where a field is missing', () => {
    const bytes = Buffer.concat([start, record([Buffer.of(1)]), end]);
    expect(() => new RecordReader(2).read(bytes)).toThrow(/does not have the fields/);
  });
});
