import { guessColumns } from '@laurel/shared/core';
import { accountFields, dealFields, productFields } from './deal-fields.js';

const guess = (header: string, row: string, fields = dealFields) =>
  guessColumns(header.split(','), [row.split(',')], fields).map(({ field }) => field);

it('knows the columns of common files', () => {
  expect(
    guess(
      'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
      'A1,Ann,Pen,Acme,Won,2026-01-01,2026-02-01,12',
    ),
  ).toEqual([
    'externalId',
    'owner',
    'product',
    'account',
    'stage',
    'createdOn',
    'closedOn',
    'amount',
  ]);
  expect(
    guess(
      'Vorgangsnummer,Verkäufer,Kunde,Artikel,Phase,Abschlussdatum,Auftragswert,Währung',
      'A1,Ann,Acme,Pen,Offen,31.12.2026,12,EUR',
    ),
  ).toEqual([
    'externalId',
    'owner',
    'account',
    'product',
    'stage',
    'closedOn',
    'amount',
    'currency',
  ]);
  expect(guess('product,series,sales_price', 'Pen,P,5', productFields)).toEqual([
    'name',
    'series',
    'listPrice',
  ]);
  expect(
    guess(
      'account,sector,year_established,revenue,employees,office_location',
      'Acme,retail,1996,1.5,20,Kenya',
      accountFields,
    ),
  ).toEqual(['name', 'sector', null, null, null, 'region']);
});
