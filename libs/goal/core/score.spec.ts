import fc from 'fast-check';
import { judgeScores } from './judge-scores.js';
import { checkScores, readScore, type ScoreEntry } from './score.js';

const entry: ScoreEntry = {
  memberId: 'ann',
  period: '2026-Q1',
  objective: 'hiring',
  score: '0.85',
};
const problems = (...entries: Partial<ScoreEntry>[]) =>
  checkScores(
    entries.map((one) => ({ ...entry, ...one })),
    new Set(['ann', 'ben']),
  ).map(({ row, field }) => `${row} ${field}`);

describe('a list of scores', () => {
  it('takes shares above one, zero, and null for none', () => {
    expect(
      problems(
        {},
        { memberId: 'ben' },
        { objective: 'b', score: '0' },
        { objective: 'c', score: '1.5' },
      ),
    ).toEqual([]);
    expect(problems({ score: null, note: null })).toEqual([]);
    expect(problems({ score: undefined })).toEqual(['1 score']);
  });

  it('tells the field of each row that cannot be kept', () => {
    expect(
      problems(
        { memberId: 'cem' },
        { period: 'soon' },
        { objective: ' hiring' },
        { objective: 'a', score: '-0.1' },
        { objective: 'b', score: '1000' },
        { objective: 'c', note: 'x'.repeat(1001) },
        { objective: 'd' },
        { objective: 'd', score: '1' },
      ),
    ).toEqual([
      '1 memberId',
      '2 period',
      '3 objective',
      '4 score',
      '5 score',
      '6 note',
      '8 objective',
    ]);
  });
});

describe('a score in a file', () => {
  it.each([
    ['0.85', '0.85'],
    ['0,850', '0.85'],
    ['85 %', '0.85'],
    ['112,5%', '1.125'],
    ['1', '1'],
    ['85%%', undefined],
    ['-1', undefined],
    ['1.000,5', undefined],
    ['much', undefined],
  ])('%j is %j', (text, score) => expect(readScore(text)).toBe(score));

  it('says the same as a share and in percent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 10, max: 99 }),
        (whole, part) => {
          expect(readScore(`${whole}${part}%`)).toBe(readScore(`${whole}.${part}`));
        },
      ),
    );
  });

  const row = (values: Record<string, string>, at = 2) => ({
    row: at,
    attributes: {},
    values: { member: 'Ann', period: 'Q1 2026', objective: 'hiring', score: '80%', ...values },
  });
  const judge = (...rows: ReturnType<typeof row>[]) =>
    judgeScores(rows, {
      referents: new Map([
        ['Ann', ['ann']],
        ['ann@x', ['ann']],
        ['Fin', ['fin']],
        ['Two', ['a', 'b']],
      ]),
      closed: new Set(['2025']),
      scorer: 'fin',
    });

  it('is kept with its person and period', () => {
    expect(judge(row({})).entries).toEqual([{ ...entry, score: '0.8', note: undefined }]);
    expect(judge(row({ note: '' })).entries).toMatchObject([{ note: null }]);
  });

  it.each([
    [{ member: 'Nobody' }, 'member UNKNOWN'],
    [{ member: 'Two' }, 'member AMBIGUOUS'],
    [{ member: 'Fin' }, 'member OWN_SCORE'],
    [{ period: 'soon' }, 'period NO_PERIOD'],
    [{ period: '2025' }, 'period PERIOD_LOCKED'],
    [{ score: 'much' }, 'score NOT_A_SCORE'],
  ])('is refused: %j', (values, refused) => {
    const { entries, rejections } = judge(row(values as never));
    expect(entries).toEqual([]);
    expect(rejections.map(({ field, code }) => `${field} ${code}`)).toEqual([refused]);
  });

  it('is refused a second time, however the person is named', () => {
    const { entries, rejections } = judge(row({}), row({ member: 'ann@x' }, 3));
    expect(entries).toHaveLength(1);
    expect(rejections).toMatchObject([{ row: 3, code: 'REPEATED' }]);
  });
});
