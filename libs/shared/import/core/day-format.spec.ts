import fc from 'fast-check';
import { dayFormats, guessDayFormat, readDay } from './day-format.js';
import { Fault } from './fault.js';

describe('reading days', () => {
  it.each([
    ['31.12.2026', 'DD.MM.YYYY', '2026-12-31'],
    ['1.2.2026', 'DD.MM.YYYY', '2026-02-01'],
    ['12/31/2026', 'MM/DD/YYYY', '2026-12-31'],
    ['31/12/2026', 'DD/MM/YYYY', '2026-12-31'],
    ['2024-02-29', 'YYYY-MM-DD', '2024-02-29'],
    ['2026-03-31 00:00:00', 'YYYY-MM-DD', '2026-03-31'],
  ] as const)('%s written %s is %s', (text, format, day) => {
    expect(readDay(text, format)).toBe(day);
  });

  it.each([
    '2023-02-29',
    '2026-13-01',
    '26-01-01',
    '2026-03-31T23:30:00',
    '0001-01-01',
    'today',
    '',
  ])('refuses %s', (text) => expect(readDay(text, 'YYYY-MM-DD')).toBeInstanceOf(Fault));
});

describe('guessing how days are written', () => {
  it('takes the one format that fits', () => {
    expect(guessDayFormat(['01/02/2026', '13/02/2026'])).toMatchObject({
      format: 'DD/MM/YYYY',
      ambiguous: false,
    });
    expect(guessDayFormat(['01/02/2026', '02/13/2026'])).toMatchObject({
      format: 'MM/DD/YYYY',
      ambiguous: false,
    });
    expect(guessDayFormat(['2017-03-01', ''])).toMatchObject({
      format: 'YYYY-MM-DD',
      ambiguous: false,
    });
  });

  it('leaves the choice to a person when two fit', () => {
    expect(guessDayFormat(['03/04/2026'])).toEqual({
      format: 'DD/MM/YYYY',
      formats: ['DD/MM/YYYY', 'MM/DD/YYYY'],
      ambiguous: true,
    });
  });

  it('finds nothing in other texts', () => {
    expect(guessDayFormat(['Acme', '12'])).toEqual({ format: null, formats: [], ambiguous: false });
    expect(guessDayFormat([])).toEqual({ format: null, formats: [], ambiguous: false });
  });

  it('always offers the format the days were written in', () => {
    const day = fc.record({
      year: fc.integer({ min: 1950, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1 }),
        fc.constantFrom(...dayFormats),
        (days, format) => {
          const texts = days.map(({ year, month, day }) =>
            format.replace('YYYY', `${year}`).replace('MM', `${month}`).replace('DD', `${day}`),
          );
          expect(guessDayFormat(texts).formats).toContain(format);
        },
      ),
    );
  });
});
