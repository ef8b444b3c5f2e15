import type { FieldSpec } from '@laurel/shared/core';
import { quotaFields } from './quota-fields.js';

/** What a file of scores says. */
export const scoreFields: readonly FieldSpec[] = [
  ...quotaFields.filter(({ name }) => name === 'member' || name === 'period'),
  {
    name: 'objective',
    kind: 'text',
    required: true,
    synonyms: ['goal', 'milestone', 'kpi', 'measure', 'MBO', 'Ziel', 'Zielname', 'Meilenstein'],
  },
  {
    name: 'score',
    kind: 'text',
    required: true,
    synonyms: ['reached', 'achieved', 'result', 'rating', 'Erreicht', 'Bewertung', 'Ergebnis'],
  },
  {
    name: 'note',
    kind: 'text',
    synonyms: ['comment', 'remark', 'Notiz', 'Bemerkung', 'Kommentar'],
  },
];
