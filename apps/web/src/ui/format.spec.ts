import { writeDay, writeMoney, writePercent, writeRelative } from './format.js';

/** Intl writes no-break spaces; they matter on the page, not here. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('writing for readers', () => {
  it('writes money exactly, also beyond what a float can hold', () => {
    expect(plain(writeMoney('123450', 'EUR', 'de'))).toBe('1.234,50 €');
    expect(writeMoney('-7', 'USD', 'en')).toBe('-$0.07');
    expect(writeMoney('900719925474099312', 'EUR', 'en')).toBe('€9,007,199,254,740,993.12');
    expect(writeMoney('1200', 'JPY', 'en')).toBe('¥1,200');
  });

  it('writes money short', () => {
    expect(writeMoney('123450000', 'EUR', 'en', 'short')).toBe('€1.2M');
    expect(writeMoney('123499', 'EUR', 'en', 'whole')).toBe('€1,235');
  });

  it('writes fractions of a cent when asked to', () => {
    expect(writeMoney('0.5', 'EUR', 'en', 'every digit')).toBe('€0.005');
    expect(writeMoney('120000', 'EUR', 'en', 'every digit')).toBe('€1,200.00');
  });

  it('writes days without a time zone moving them', () => {
    expect(writeDay('2026-03-01', 'en')).toBe('1 Mar 2026');
    expect(writeDay('2026-03-01', 'de')).toBe('01.03.2026');
  });

  it('writes shares and distances in time', () => {
    expect(plain(writePercent('1.0543', 'de'))).toBe('105,4 %');
    const now = Date.parse('2026-03-02T12:00:00Z');
    expect(writeRelative('2026-03-01T11:00:00Z', 'en', now)).toBe('yesterday');
    expect(writeRelative('2026-03-02T11:57:00Z', 'de', now)).toBe('vor 3 Minuten');
  });
});
