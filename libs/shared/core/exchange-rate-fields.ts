import type { FieldSpec } from '../import/core/index.js';

/** What the columns of a file of exchange rates can mean. */
export const exchangeRateFields: readonly FieldSpec[] = [
  {
    name: 'from',
    kind: 'currency',
    required: true,
    synonyms: [
      'from currency',
      'currency',
      'base currency',
      'base',
      'Von',
      'Währung',
      'Basiswährung',
    ],
  },
  {
    name: 'to',
    kind: 'currency',
    required: true,
    synonyms: ['to currency', 'target currency', 'quote currency', 'quote', 'Nach', 'Zielwährung'],
  },
  {
    name: 'day',
    kind: 'day',
    required: true,
    synonyms: ['date', 'valid from', 'effective date', 'Tag', 'Datum', 'Gültig ab'],
  },
  {
    name: 'rate',
    kind: 'decimal',
    required: true,
    synonyms: [
      'exchange rate',
      'fx rate',
      'conversion rate',
      'Kurs',
      'Wechselkurs',
      'Umrechnungskurs',
    ],
  },
  { name: 'source', kind: 'text', synonyms: ['provider', 'published by', 'Quelle', 'Herkunft'] },
];
