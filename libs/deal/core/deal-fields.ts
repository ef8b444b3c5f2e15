import type { FieldSpec } from '@laurel/shared/core';

/** What the columns of a file of deals can mean. */
export const dealFields: readonly FieldSpec[] = [
  {
    name: 'externalId',
    kind: 'text',
    required: true,
    synonyms: [
      'opportunity id',
      'deal id',
      'id',
      'number',
      'Nummer',
      'Angebotsnummer',
      'Auftragsnummer',
      'Vorgang',
      'Vorgangsnummer',
    ],
  },
  {
    name: 'owner',
    kind: 'member',
    required: true,
    synonyms: [
      'sales agent',
      'sales rep',
      'rep',
      'agent',
      'seller',
      'salesperson',
      'deal owner',
      'Verkäufer',
      'Vertriebler',
      'Vertriebsmitarbeiter',
      'Mitarbeiter',
      'Inhaber',
    ],
  },
  {
    name: 'name',
    kind: 'text',
    synonyms: [
      'deal name',
      'opportunity name',
      'title',
      'subject',
      'Bezeichnung',
      'Titel',
      'Betreff',
    ],
  },
  {
    name: 'account',
    kind: 'account',
    synonyms: ['customer', 'company', 'client', 'account name', 'Kunde', 'Firma', 'Unternehmen'],
  },
  { name: 'product', kind: 'product', synonyms: ['item', 'product name', 'Produkt', 'Artikel'] },
  {
    name: 'amount',
    kind: 'money',
    synonyms: [
      'close value',
      'value',
      'deal value',
      'revenue',
      'price',
      'total',
      'Betrag',
      'Wert',
      'Umsatz',
      'Summe',
      'Auftragswert',
      'Preis',
    ],
  },
  { name: 'currency', kind: 'currency', synonyms: ['currency code', 'Währung', 'Waehrung'] },
  { name: 'status', kind: 'status', synonyms: ['deal status', 'state', 'Zustand'] },
  {
    name: 'stage',
    kind: 'text',
    synonyms: ['deal stage', 'sales stage', 'phase', 'pipeline stage', 'Stufe', 'Verkaufsphase'],
  },
  {
    name: 'createdOn',
    kind: 'day',
    synonyms: [
      'created',
      'create date',
      'created date',
      'engage date',
      'open date',
      'opened',
      'Erstellt',
      'Erstellt am',
      'Angelegt am',
      'Erstelldatum',
    ],
  },
  {
    name: 'closedOn',
    kind: 'day',
    synonyms: [
      'close date',
      'closed',
      'closed date',
      'won date',
      'Abschluss',
      'Abschlussdatum',
      'Abgeschlossen am',
      'Geschlossen am',
    ],
  },
  {
    name: 'bookedOn',
    kind: 'day',
    synonyms: ['booked', 'booking date', 'order date', 'Auftragsdatum', 'Gebucht am'],
  },
  {
    name: 'invoicedOn',
    kind: 'day',
    synonyms: ['invoiced', 'invoice date', 'billing date', 'Rechnungsdatum', 'Berechnet am'],
  },
  {
    name: 'contractMonths',
    kind: 'text',
    synonyms: ['contract months', 'contract term', 'term', 'Vertragsmonate', 'Vertragslaufzeit'],
  },
  {
    name: 'cancelledOn',
    kind: 'day',
    synonyms: [
      'cancelled',
      'canceled',
      'cancellation date',
      'churn date',
      'Storniert am',
      'Stornodatum',
      'Kündigungsdatum',
    ],
  },
  {
    name: 'cancelReason',
    kind: 'text',
    synonyms: ['cancellation reason', 'churn reason', 'Stornogrund', 'Kündigungsgrund'],
  },
  {
    name: 'monthsServed',
    kind: 'text',
    synonyms: ['months served', 'months active', 'Monate Laufzeit', 'Laufzeitmonate'],
  },
  {
    name: 'region',
    kind: 'text',
    synonyms: ['territory', 'area', 'office', 'Gebiet', 'Niederlassung'],
  },
  {
    name: 'splits',
    kind: 'member',
    synonyms: ['split', 'credit split', 'split with', 'shares', 'Aufteilung', 'Anteile', 'Split'],
  },
  { name: 'attribute', kind: 'text', many: true, synonyms: [] },
];

/** What the columns of a file of products can mean. */
export const productFields: readonly FieldSpec[] = [
  {
    name: 'name',
    kind: 'text',
    required: true,
    synonyms: [
      'product',
      'product name',
      'item',
      'Produkt',
      'Produktname',
      'Artikel',
      'Bezeichnung',
    ],
  },
  {
    name: 'series',
    kind: 'text',
    synonyms: ['family', 'line', 'category', 'group', 'Serie', 'Reihe', 'Kategorie', 'Gruppe'],
  },
  {
    name: 'listPrice',
    kind: 'money',
    synonyms: ['sales price', 'price', 'unit price', 'Preis', 'Listenpreis', 'Verkaufspreis'],
  },
  { name: 'currency', kind: 'currency', synonyms: ['currency code', 'Währung', 'Waehrung'] },
];

/** What the columns of a file of accounts can mean. */
export const accountFields: readonly FieldSpec[] = [
  {
    name: 'name',
    kind: 'text',
    required: true,
    synonyms: ['account', 'account name', 'customer', 'company', 'Kunde', 'Firma', 'Unternehmen'],
  },
  { name: 'sector', kind: 'text', synonyms: ['industry', 'branch', 'Branche', 'Sektor'] },
  {
    name: 'region',
    kind: 'text',
    synonyms: ['office location', 'country', 'location', 'territory', 'Land', 'Standort', 'Gebiet'],
  },
  { name: 'attribute', kind: 'text', many: true, synonyms: [] },
];
