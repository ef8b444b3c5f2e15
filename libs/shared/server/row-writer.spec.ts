import fc from 'fast-check';
import { RowReader } from './binary-row.js';
import { fileEnd, fileStart, RowWriter } from './row-writer.js';

const uuid = fc.uuid();
const int4 = fc.integer();
const int8 = fc.maxSafeInteger();

describe('rows in binary', () => {
  it('are read as they were written, wherever the stream is cut', () => {
    const row = fc.record({
      id: uuid,
      place: int4,
      places: fc.array(int4),
      amounts: fc.array(int8),
      ids: fc.array(uuid),
    });
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 1, max: 200 }), (rows, size) => {
        const found = read(written(rows), size).map((each) => ({
          id: each.uuid(0),
          place: each.int(1),
          places: [...each.array(2).ints()],
          amounts: [...each.array(3).numbers()].map((amount) => amount + 0),
          ids: each.array(4).length,
        }));
        const given = rows.map(({ ids, amounts, ...rest }) => ({
          ...rest,
          amounts: amounts.map((amount) => amount + 0),
          ids: ids.length,
        }));
        expect(found).toEqual(given);
      }),
    );
  });

  it('write the same number, whole or plain', () => {
    fc.assert(
      fc.property(int8, (value) => {
        const bytes = (each: number | bigint) => {
          const writer = new RowWriter();
          writer.int8(each);
          return writer.take();
        };
        expect(bytes(value)).toEqual(bytes(BigInt(value)));
      }),
    );
  });

  it('take ids over from an array that was read, in any order', () => {
    const ids = fc.array(uuid, { minLength: 1 });
    const picked = ids.chain((all) =>
      fc.tuple(fc.constant(all), fc.array(fc.option(fc.integer({ min: 0, max: all.length - 1 })))),
    );
    fc.assert(
      fc.property(picked, ([all, places]) => {
        const [source] = read(
          written([{ id: all[0]!, place: 0, places: [], amounts: [], ids: all }]),
          64,
        );
        const writer = new RowWriter();
        writer.uuids({ from: source!.array(4), places });
        const expected = new RowWriter();
        expected.uuids(places.map((place) => (place === null ? null : all[place]!)));
        expect(writer.take()).toEqual(expected.take());
      }),
    );
  });

  it('tells how often the id changes', () => {
    const [a, b] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
    const [row] = read(
      written([{ id: a, place: 0, places: [], amounts: [], ids: [a, a, b, b, a] }]),
      1000,
    );
    expect(row!.array(4).uuidRuns()).toBe(3);
  });
});

type Row = { id: string; place: number; places: number[]; amounts: number[]; ids: string[] };

function written(rows: readonly Row[]): Buffer {
  const writer = new RowWriter();
  for (const { id, place, places, amounts, ids } of rows) {
    writer.row(5);
    writer.uuid(id);
    writer.int4(place);
    writer.int4s(places);
    writer.int8s(amounts);
    writer.uuids(ids);
  }
  return Buffer.concat([fileStart, writer.take(), fileEnd]);
}

function read(bytes: Buffer, size: number) {
  const reader = new RowReader();
  const cuts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => i * size);
  return cuts.flatMap((from) => reader.read(bytes.subarray(from, from + size)));
}
