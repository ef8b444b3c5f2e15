import type { Browser as Chromium } from 'playwright-core';
import { castPeriod, foundCast, type Cast } from '../harness/cast.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addressOf, password } from '../harness/organization.js';
import { desktop, languages, openChromium, phone, Visitor } from './stage.js';

const title = { en: 'Pay', de: 'Lohn' };
const flat = {
  currency: 'EUR',
  period: 'quarter',
  components: [{ kind: 'flat', name: 'pay', title, rate: '0.1' }],
};

describe('trying a plan on a past quarter', () => {
  let laurel: Laurel;
  let chromium: Chromium;
  let cast: Cast;

  beforeAll(async () => {
    laurel = await startLaurel();
    cast = await foundCast(laurel, 'Alder', 100_000n);
    chromium = await openChromium();
  }, 180_000);

  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  describe.each(languages)('in %s', (language) => {
    let finance: Visitor;

    beforeAll(async () => {
      const [viewport, colorScheme] =
        language === 'en' ? ([desktop, 'light'] as const) : ([phone, 'dark'] as const);
      finance = await Visitor.at(chromium, laurel.url, { language, viewport, colorScheme });
      await finance.signIn(addressOf('Alder finance'), password);
    }, 60_000);
    afterAll(() => finance?.leave());

    const word = (key: string) => finance.say('plan-trial', key);
    const payees = () => finance.page.getByRole('region', { name: word('payees') });
    const row = (name: string) => payees().getByRole('row').filter({ hasText: name });
    const money = (minor: number) =>
      new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(minor / 100);
    const earnings = () =>
      laurel.sql(`select payee_id, period, revision, earned from earning order by 1, 2`);
    /** What stands in a row, with plain blanks. */
    const textOf = async (name: string) => (await row(name).innerText()).replaceAll(/\s+/g, ' ');
    const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

    it('says what each would earn, finds and opens somebody, and keeps nothing', async () => {
      const { page } = finance;
      const before = await earnings();
      await finance.open(`/plans/${cast.ids.plan}`);
      await finance.press('plan', 'try');
      await page.waitForURL(/\/try/);
      await finance.open(`/plans/${cast.ids.plan}/try?period=${castPeriod}`);
      await row('Alder peer').waitFor();
      expect(await textOf('Alder peer')).toContain(plain(money(0)));

      await page.getByRole('button', { name: word('change') }).click();
      await page.getByLabel(word('document')).fill(JSON.stringify(flat));
      // Credited: 3,000 and 1 % of it on top, 4,000 and 1,000 of the file; of that a tenth.
      await row('Alder peer').getByText(money(80_300)).locator('visible=true').waitFor();
      await page.getByRole('searchbox', { name: word('search') }).fill('peer');
      await row('Alder mate').waitFor({ state: 'detached' });
      await row(word('all')).waitFor();
      expect(await finance.overflow()).toBe(0);
      expect(await finance.findings()).toEqual([]);

      await row('Alder peer').getByRole('button').click();
      const lines = page.getByRole('dialog').getByRole('row');
      await lines.getByText(money(30_000)).waitFor();
      await page.getByRole('dialog').getByText(word('current'), { exact: true }).click();
      await lines.getByText(money(30_000)).waitFor({ state: 'detached' });
      expect(await earnings()).toEqual(before);
      expect(finance.complaints).toEqual([]);
    }, 60_000);

    it('names what is wrong in a draft, and shows no figures of it', async () => {
      const { page } = finance;
      await finance.open(`/plans/${cast.ids.plan}/try?period=${castPeriod}`);
      await page.getByRole('button', { name: word('change') }).click();
      await page.getByLabel(word('document')).fill('{ "currency": "EUR" }');
      await page.getByText(word('problems')).waitFor();
      expect(await payees().count()).toBe(0);
    }, 60_000);
  });
});
