import { guessKind } from './file-kind.js';

it.each([
  ['sales_teams.csv', 'sales_agent,manager,regional_office', 'person'],
  ['products.csv', 'product,series,sales_price', 'product'],
  ['accounts.csv', 'account,sector,year_established,revenue,employees,office_location', 'account'],
  ['pipeline.csv', 'opportunity_id,sales_agent,product,account,deal_stage,close_date', 'deal'],
  ['Ziele 2026.csv', 'Mitarbeiter;Quartal;Ziel', 'quota'],
  ['ote.csv', 'person,quarter,target pay', 'targetPay'],
  ['Zielverdienst.csv', 'Mitarbeiter;Quartal;Zielverdienst', 'targetPay'],
  ['fx.csv', 'from,to,date,rate,source', 'exchangeRate'],
  ['Kurse.csv', 'Von;Nach;Datum;Kurs', 'exchangeRate'],
  ['mbo.csv', 'person,period,objective,score', 'score'],
  ['Bewertungen.csv', 'Mitarbeiter;Quartal;Zielname;Erreicht', 'score'],
  ['zahlungen.csv', 'Auftrag;Zahlungsnummer;Eingang am;Betrag', 'payment'],
  ['payments.csv', 'deal id,payment id,received on,amount', 'payment'],
  ['export.csv', 'Auftrag;Phase;Kunde;Produkt;Mitarbeiter', 'deal'],
])('takes %s with %s for a %s file', (name, header, kind) => {
  expect(guessKind(name, header)).toBe(kind);
});
