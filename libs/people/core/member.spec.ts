import { memberFault } from './member.js';

const sound = { hiredOn: '2026-01-01', leftOn: null, currency: 'EUR', locale: 'de' };

it.each([
  [{}, undefined],
  [{ hiredOn: null, leftOn: '2026-01-01', locale: null }, undefined],
  [{ leftOn: '2026-01-02' }, undefined],
  [{ leftOn: '2026-01-01' }, 'leftOn'],
  [{ currency: 'XXX' }, 'currency'],
  [{ locale: 'fr' }, 'locale'],
  [{ timeZone: 'Europe/Berlin' }, undefined],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  [{ timeZone: '+02:00' }, 'timeZone'],
])('with %j the fault is in %s', (change, field) => {
  expect(memberFault({ ...sound, ...change })?.field).toBe(field);
});
