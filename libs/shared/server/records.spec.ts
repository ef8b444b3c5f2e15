import fc from 'fast-check';
import { RecordReader } from './records.js';

const start = Buffer.from('PGCOPY\n\xff\r\n\0' + '\0'.repeat(8), 'latin1');
const end = Buffer.from([0xff, 0xff]);

/** A row of a number of four bytes and one of eight, as COPY writes it. */
function record([small, large]: readonly [number, bigint]): Buffer {
  const row = Buffer.alloc(22);
  row.writeInt16BE(2, 0);
  row.writeInt32BE(4, 2);
  row.writeInt32BE(small, 6);
  row.writeInt32BE(8, 10);
  row.writeBigInt64BE(large, 14);
  return row;
}

describe('records', () => {
  it('are read as they were written, wherever the stream is cut', () => {
    const rows = fc.array(
      fc.tuple(fc.integer(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 60 }), (given, size) => {
        const file = Buffer.concat([start, ...given.map(record), end]);
        const reader = new RecordReader([4, 8]);
        const [small, large] = reader.fields as [number, number];
        const found: [number, bigint][] = [];
        for (let at = 0; at < file.length; at += size) {
          for (const bytes of reader.read(file.subarray(at, at + size)))
            for (let row = 0; row < bytes.length; row += reader.size)
              found.push([bytes.readInt32BE(row + small), bytes.readBigInt64BE(row + large)]);
        }
        expect(found).toEqual(given);
      }),
    );
  });

  it('are refused where a field is missing', () => {
    const bytes = Buffer.concat([start, record([1, 2n]).fill(0, 0, 2), end]);
    expect(() => new RecordReader([4, 8]).read(bytes)).toThrow(/not as large/);
  });
});
