import { guessColumns } from './column-guess.js';
import type { FieldSpec } from './field.js';

const fields: FieldSpec[] = [
  {
    name: 'externalId',
    kind: 'text',
    required: true,
    synonyms: ['opportunity id', 'Angebotsnummer'],
  },
  { name: 'owner', kind: 'member', required: true, synonyms: ['sales agent', 'Verkäufer'] },
  { name: 'amount', kind: 'money', synonyms: ['close value', 'Betrag'] },
  { name: 'currency', kind: 'currency', synonyms: ['Währung'] },
  { name: 'closedOn', kind: 'day', synonyms: ['close date', 'Abschlussdatum'] },
];
const guess = (names: string[], ...rows: string[][]) =>
  guessColumns(names, rows, fields).map(({ field }) => field);

describe('guessing columns', () => {
  it('reads English and German headers, whatever their case and accents', () => {
    expect(
      guess(
        ['opportunity_id', 'Sales Agent', 'close_value', 'CLOSE-DATE'],
        ['A1', 'Ann', '12', '2026-01-02'],
      ),
    ).toEqual(['externalId', 'owner', 'amount', 'closedOn']);
    expect(
      guess(
        ['Angebotsnummer', 'Verkaufer', 'Betrag in EUR', 'Waehrung'],
        ['A1', 'Ann', '1,00', 'EUR'],
      ),
    ).toEqual(['externalId', 'owner', 'amount', 'currency']);
  });

  it('gives a field to one column only, the best', () => {
    expect(guess(['amount net', 'amount'], ['1', '2'])).toEqual([null, 'amount']);
  });

  it('does not believe a header whose values say otherwise', () => {
    expect(guess(['close date', 'owner'], ['soon', 'Ann'])).toEqual([null, 'owner']);
  });

  it('knows the only column of days without its header', () => {
    expect(guess(['id', 'when'], ['A1', '31.12.2026'])).toEqual([null, 'closedOn']);
  });
});
