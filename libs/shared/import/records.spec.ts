import fc from 'fast-check';
import iconv from 'iconv-lite';
import { EncodingGuess } from './decoding.js';
import { readRecords } from './records.js';

async function* chunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, { delimiter = ',', size = 7 } = {}) {
  const guess = new EncodingGuess();
  for await (const chunk of chunks(bytes, Math.max(size, 64))) guess.add(chunk);
  const records: [number, ...string[]][] = [];
  const encoding = guess.result();
  for await (const { line, cells } of readRecords(chunks(bytes, size), { encoding, delimiter }))
    records.push([line, ...cells]);
  return { encoding, records };
}

const text = 'Name,Betrag\r\nMüller,"1.234,56 €"\r\n';
const rows = [
  [1, 'Name', 'Betrag'],
  [2, 'Müller', '1.234,56 €'],
];

describe('reading files', () => {
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode(text, 'utf-16le')],
    ['utf-16be', iconv.encode(text, 'utf-16be')],
    ['windows-1252', iconv.encode(text, 'windows-1252')],
  ])('recognises %s', async (encoding, bytes) => {
    expect(await read(bytes)).toEqual({ encoding, records: rows });
  });

  it('counts lines with any line break, quoted ones included, and leaves blank lines out', async () => {
    const { records } = await read(
      Buffer.from('a,b\n1,"x\r\ny"\r\n\r\n2,3\n\n\n4,5 "q"\r"6"7,8\n9'),
    );
    expect(records).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x\r\ny'],
      [5, '2', '3'],
      [8, '4', '5 "q"'],
      [9, '"6"7', '8'],
      [10, '9'],
    ]);
  });

  it('names the line of a quote that never closes, also when megabytes follow', async () => {
    const open = 'a,b\n1,2\n3,"open\n';
    for (const rest of ['', 'x\n'.repeat(2_500_000)])
      await expect(read(Buffer.from(open + rest), { size: 1_000_000 })).rejects.toMatchObject({
        code: 'QUOTE_NOT_CLOSED',
        extensions: { line: 3 },
      });
  });

  it('never cuts a letter in two', async () => {
    const long = 'x'.repeat(65_535);
    const { records } = await read(Buffer.from(`a,${long}😀${long}😀`), { size: 1_000_000 });
    expect(records).toEqual([[1, 'a', `${long}😀${long}😀`]]);
  });

  it('refuses what is no text', async () => {
    await expect(read(Buffer.from('PK\x03\x04a\0,b\n1,2\n'))).rejects.toMatchObject({
      code: 'FILE_NOT_TEXT',
    });
  });

  it('reads what was written, wherever the chunks are cut', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '€', '"', ',', ';', '\n', '\r\n', ' ', '😀'),
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        async (cells, end, size) => {
          const file = cells
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
            .join(end);
          const { records } = await read(Buffer.from(file), { size });
          expect(records.map(([, ...values]) => values)).toEqual(cells);
        },
      ),
    );
  });

  it('either reads any bytes or says which line it cannot read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.integer({ min: 1, max: 60 }),
        async (bytes, size) => {
          const result = await read(Buffer.from(bytes), { size }).catch((error: unknown) => error);
          if (result instanceof Error)
            expect(result).toMatchObject({
              code: expect.stringMatching(/^(QUOTE_NOT_CLOSED|FILE_NOT_TEXT|FILE_UNREADABLE)$/),
            });
        },
      ),
    );
  });
});
