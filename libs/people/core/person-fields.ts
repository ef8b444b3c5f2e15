import type { FieldSpec } from '@laurel/shared/core';

/** What a file about people may say. */
export const personFields: readonly FieldSpec[] = [
  {
    name: 'name',
    kind: 'text',
    required: true,
    synonyms: [
      'sales agent',
      'agent',
      'rep',
      'sales rep',
      'salesperson',
      'employee',
      'person',
      'full name',
      'Mitarbeiter',
      'Vertriebsmitarbeiter',
      'Verkäufer',
    ],
  },
  { name: 'email', kind: 'text', synonyms: ['e-mail', 'mail', 'email address', 'E-Mail-Adresse'] },
  { name: 'role', kind: 'role', synonyms: ['Rolle'] },
  {
    name: 'manager',
    kind: 'member',
    synonyms: [
      'team lead',
      'supervisor',
      'boss',
      'reports to',
      'sales manager',
      'Vorgesetzter',
      'Teamleiter',
    ],
  },
  { name: 'team', kind: 'text', synonyms: ['group', 'sales team', 'Gruppe', 'Abteilung'] },
  {
    name: 'region',
    kind: 'text',
    synonyms: ['regional office', 'office', 'territory', 'area', 'Gebiet', 'Niederlassung'],
  },
  {
    name: 'hired',
    kind: 'day',
    synonyms: ['hired on', 'hire date', 'start date', 'joined', 'Eintritt', 'Eintrittsdatum'],
  },
  {
    name: 'left',
    kind: 'day',
    synonyms: ['left on', 'leave date', 'end date', 'Austritt', 'Austrittsdatum'],
  },
  { name: 'currency', kind: 'currency', synonyms: ['pay currency', 'Währung'] },
];
