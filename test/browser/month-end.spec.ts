import type { Browser as Chromium } from 'playwright-core';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import {
  addPeople,
  addressOf,
  found,
  join,
  password,
  saveDeals,
  savePlan,
} from '../harness/organization.js';
import { desktop, languages, openChromium, phone, Visitor } from './stage.js';

const month = '2026-01';
const foreign = { en: 'USD', de: 'CHF' };
const title = { en: 'Hiring', de: 'Einstellungen' };
const plan = {
  currency: 'EUR',
  period: 'month',
  draw: { amount: '2000' },
  components: [
    { kind: 'flat', name: 'commission', title, rate: '0.1' },
    {
      kind: 'objectives',
      name: 'mbo',
      title,
      target: '1000',
      objectives: [{ name: 'hiring', title, weight: '1' }],
    },
  ],
};

/** What finance does before a month is closed, page by page, and what a payee then reads. */
describe('the end of a month', () => {
  let laurel: Laurel;
  let chromium: Chromium;
  let finance: Browser;
  let people: Record<string, string>;

  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Month end', 'ada@month.example');
    const named = languages.flatMap((language) => [`Rita ${language}`, `Olaf ${language}`]);
    people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      ...named.map((name) => ({ name, role: 'rep' as const })),
    ]);
    finance = await join(laurel, admin, people.Fin!);
    const payees = languages.map((language) => people[`Rita ${language}`]!);
    await savePlan(finance, plan, payees);
    await saveDeals(
      finance,
      languages.flatMap((language) => [
        deal(`abroad ${language}`, people[`Rita ${language}`]!, foreign[language]),
        deal(`open ${language}`, people[`Olaf ${language}`]!, 'EUR'),
      ]),
    );
    await finance.settled();
    chromium = await openChromium();
  }, 180_000);

  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  const deal = (externalId: string, owner: string, currency: string) => ({
    externalId,
    name: externalId,
    owner,
    amount: '1000000',
    currency,
    status: 'won',
    closedOn: '2026-01-15',
  });

  describe.each(languages)('in %s', (language) => {
    let visitor: Visitor;
    const [rita, olaf] = [`Rita ${language}`, `Olaf ${language}`];
    const source = `Bank ${language}`;

    beforeAll(async () => {
      const [viewport, colorScheme] =
        language === 'en' ? ([desktop, 'light'] as const) : ([phone, 'dark'] as const);
      visitor = await Visitor.at(chromium, laurel.url, { language, viewport, colorScheme });
      await visitor.signIn(addressOf('Fin'), password);
    }, 60_000);
    afterAll(() => visitor?.leave());

    const words = (slice: string, key: string, values = {}) => visitor.say(slice, key, values);
    const money = (minor: number) =>
      new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(minor / 100);
    const button = (name: string) => visitor.page.getByRole('button', { name, exact: true });
    const dialog = () => visitor.page.getByRole('dialog');

    async function choose(label: string, option: string): Promise<void> {
      await dialog().getByRole('combobox', { name: label }).fill(option);
      await visitor.page.getByRole('option', { name: option, exact: true }).click();
    }
    /** Does something while one question of the page is answered a second late. */
    async function late(question: string, act: () => Promise<void>): Promise<void> {
      await visitor.page.route('**/graphql', async (route) => {
        if (route.request().postData()?.includes(`query ${question}`))
          await new Promise((resolve) => setTimeout(resolve, 1_000));
        await route.continue();
      });
      await act();
      await visitor.page.unrouteAll({ behavior: 'wait' });
    }
    async function save(said: string): Promise<void> {
      await dialog()
        .getByRole('button', { name: words('action', 'save') })
        .click();
      await visitor.page.getByText(said).waitFor();
      await dialog().waitFor({ state: 'detached' });
    }
    async function sound(): Promise<void> {
      expect(await visitor.overflow()).toBe(0);
      expect(await visitor.findings()).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    }

    it('gives the rate that pay waits for', async () => {
      const pair = { from: foreign[language], to: 'EUR' };
      await visitor.open('/exchange-rates');
      await button(words('exchange-rate', 'missing.addOf', pair)).click();
      await dialog()
        .getByLabel(words('exchange-rate', 'form.rate'))
        .fill(language === 'de' ? '0,9' : '0.9');
      await dialog().getByLabel(words('exchange-rate', 'form.source')).fill(source);
      await sound();
      await save(words('exchange-rate', 'said.saved', pair));
      await visitor.page.getByRole('row').filter({ hasText: source }).waitFor();
      await button(words('exchange-rate', 'missing.addOf', pair)).waitFor({ state: 'detached' });
    }, 60_000);

    it('credits the deal of somebody without a plan to somebody who has one, and a specialist on top', async () => {
      await visitor.open('/crediting?tab=open');
      const row = visitor.page.getByRole('row').filter({ hasText: `open ${language}` });
      await row.getByText(words('crediting', 'open.reason.noPlan', { name: olaf })).waitFor();
      const assign = row
        .getByRole('button', {
          name: words('crediting', 'open.assignOf', { name: `open ${language}` }),
        })
        .locator('visible=true');
      await late('MemberName', async () => {
        await assign.click();
        await choose(words('deal', 'column.owner'), rita);
      });
      await save(words('deal', 'said.saved', { deal: `open ${language}` }));
      await row.waitFor({ state: 'detached' });

      await visitor.open('/crediting');
      await button(words('crediting', 'add')).click();
      await dialog().getByLabel(words('crediting', 'form.name')).fill(`Help ${language}`);
      await choose(words('crediting', 'form.payee'), olaf);
      await sound();
      await save(words('crediting', 'said.saved', { name: `Help ${language}` }));
      const rule = visitor.page.getByRole('region', { name: `Help ${language}` });
      await rule.getByText(olaf).waitFor();
      await rule
        .getByRole('button', { name: words('crediting', 'removeOf', { name: `Help ${language}` }) })
        .click();
      await dialog()
        .getByRole('button', { name: words('action', 'remove') })
        .click();
      await rule.waitFor({ state: 'detached' });
    }, 60_000);

    it('scores an objective', async () => {
      await visitor.open(`/scores?period=${month}`);
      const of = words('score', 'of', { objective: title[language], name: rita });
      await visitor.page.getByRole('textbox', { name: of }).fill('80');
      await sound();
      await button(words('action', 'save')).click();
      await visitor.page.getByText(words('score', 'saved_one', { count: '1' })).waitFor();
      await finance.settled();
    }, 60_000);

    it('reads in the ledger what was advanced, and that opening and movements come to the closing', async () => {
      // 0.9 of 10,000.00 and 10,000.00 more, a tenth of it, and four fifths of 1,000.00 are more than the draw;
      // the month after it has nothing but the draw.
      await visitor.open(`/ledger/${people[rita]}`);
      const draw = visitor.page
        .getByRole('table', { name: words('ledger', 'account.draw') })
        .first();
      await draw.waitFor();
      const balances = (await draw.getByRole('row').allInnerTexts()).slice(1).map(minorIn);
      expect(balances.length).toBeGreaterThan(2);
      expect(balances.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(balances.at(-1));
      await visitor.page.getByText(money(270_000)).first().waitFor();
      await sound();
    }, 60_000);

    it('finds in the audit trail who saved the rate', async () => {
      await visitor.open(`/audit?action=saveExchangeRates&text=${encodeURIComponent(source)}`);
      const entry = visitor.page.getByRole('button', {
        name: new RegExp(words('audit', 'action.saveExchangeRates')),
      });
      await entry.first().click();
      await visitor.page
        .getByRole('cell', { name: source })
        .or(visitor.page.getByText(source))
        .first()
        .waitFor();
      await sound();
    }, 60_000);

    /** The first amount of a row, in minor units. */
    function minorIn(row: string): number {
      const [text = ''] = row.match(/-?[−]?€?-?[\d.,]+/) ?? [];
      return Number(text.replaceAll(/[^\d-]/g, ''));
    }
  });
});
