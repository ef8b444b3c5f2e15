import type { FieldSpec } from '@laurel/shared/core';

/** What a file of quotas says. */
export const quotaFields = amountFields([
  'quota',
  'target',
  'goal',
  'Zielvorgabe',
  'Ziel',
  'Quote',
  'Betrag',
]);

/** What a file of target pay says. */
export const targetPayFields = amountFields([
  'target pay',
  'target incentive',
  'variable',
  'OTE',
  'Zielgehalt',
  'Zielprämie',
  'Betrag',
]);

/** An amount for each person and period. */
function amountFields(synonyms: readonly string[]): readonly FieldSpec[] {
  return [
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
      synonyms,
    },
    { name: 'currency', kind: 'currency', synonyms: ['Währung'] },
  ];
}
