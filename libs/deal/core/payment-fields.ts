import type { FieldSpec } from '@laurel/shared/core';

/** What the columns of a file of payments can mean. */
export const paymentFields: readonly FieldSpec[] = [
  {
    name: 'deal',
    kind: 'text',
    required: true,
    synonyms: [
      'deal id',
      'opportunity id',
      'order',
      'order number',
      'Auftrag',
      'Auftragsnummer',
      'Vorgang',
      'Vorgangsnummer',
    ],
  },
  {
    name: 'paymentId',
    kind: 'text',
    required: true,
    synonyms: [
      'payment',
      'payment number',
      'receipt',
      'transaction id',
      'id',
      'Zahlung',
      'Zahlungsnummer',
      'Beleg',
      'Belegnummer',
    ],
  },
  {
    name: 'receivedOn',
    kind: 'day',
    required: true,
    synonyms: [
      'received',
      'payment date',
      'paid on',
      'value date',
      'date',
      'Zahlungsdatum',
      'Eingang',
      'Eingang am',
      'Zahlungseingang',
      'Wertstellung',
      'Datum',
    ],
  },
  {
    name: 'amount',
    kind: 'money',
    required: true,
    synonyms: ['paid', 'amount paid', 'payment amount', 'Betrag', 'Zahlbetrag', 'Bezahlt'],
  },
  { name: 'currency', kind: 'currency', synonyms: ['currency code', 'Währung', 'Waehrung'] },
];
