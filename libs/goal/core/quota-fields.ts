import type { FieldSpec } from '@laurel/shared/core';

/** What a file of quotas says. */
export const quotaFields: readonly FieldSpec[] = [
  {
    name: 'member',
    kind: 'member',
    required: true,
    synonyms: [
      'name',
      'email',
      'rep',
      'sales agent',
      'agent',
      'payee',
      'person',
      'Mitarbeiter',
      'Verkäufer',
    ],
  },
  {
    name: 'period',
    kind: 'period',
    required: true,
    synonyms: ['quarter', 'month', 'year', 'Zeitraum', 'Quartal', 'Monat', 'Jahr'],
  },
  {
    name: 'amount',
    kind: 'money',
    required: true,
    synonyms: ['quota', 'target', 'goal', 'Zielvorgabe', 'Ziel', 'Quote', 'Betrag'],
  },
  { name: 'currency', kind: 'currency', synonyms: ['Währung'] },
];
