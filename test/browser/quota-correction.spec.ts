import type { Browser as Chromium } from 'playwright-core';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import type { Browser } from '../harness/client.js';
import { close, lock } from '../harness/locked.js';
import {
  addPeople,
  addressOf,
  found,
  join,
  password,
  saveDeals,
  savePlan,
  saveQuotas,
} from '../harness/organization.js';
import { languages, openChromium, Visitor } from './stage.js';

const quarter = '2026-Q1';
const plan = {
  currency: 'EUR',
  period: 'quarter',
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title: { en: 'Commission', de: 'Provision' },
      tiers: [
        { from: '0', rate: '0.05' },
        { from: '1', rate: '0.1' },
      ],
    },
  ],
};

describe('correcting quotas of a locked quarter', () => {
  let laurel: Laurel;
  let chromium: Chromium;
  let finance: Browser;
  let people: Record<string, string>;

  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Corrected', 'ada@corrected.example');
    people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Rita en', role: 'rep' },
      { name: 'Rita de', role: 'rep' },
    ]);
    finance = await join(laurel, admin, people.Fin!);
    const payees = languages.map((language) => people[`Rita ${language}`]!);
    await savePlan(finance, plan, payees);
    await saveQuotas(
      finance,
      payees.map((memberId) => ({ memberId, period: quarter, amount: '1000000' })),
    );
    await saveDeals(
      finance,
      payees.map((owner) => ({
        externalId: owner,
        owner,
        amount: '1000000',
        status: 'won',
        closedOn: '2026-02-02',
      })),
    );
    await finance.settled();
    await close(finance, quarter);
    await lock(finance, quarter);
    await finance.settled();
    chromium = await openChromium();
  }, 90_000);
  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  it.each(languages)(
    'says what will be posted, wants a reason, and shows what was done, in %s',
    async (language) => {
      const visitor = await Visitor.at(chromium, laurel.url, { language });
      await visitor.signIn(addressOf('Fin'), password);
      const { page } = visitor;
      const name = `Rita ${language}`;
      const words = (key: string, values = {}) => visitor.say('quota-correction', key, values);
      await visitor.open(`/plans?tab=quota&period=${quarter}`);
      await page.getByText(words('locked')).waitFor();
      const field = page.getByLabel(visitor.say('plan', 'quota.of', { name }));
      await field.fill('5000');
      await visitor.press('action', 'save');
      const dialog = page.getByRole('dialog');
      // 5 % of 5,000 and 10 % of the 5,000 above the corrected quota: 750 instead of 500.
      const row = dialog.getByRole('row', { name });
      expect((await row.innerText()).replace(/[^\d\s]/g, '').split(/\s+/)).toEqual(
        expect.arrayContaining(['50000', '75000', '25000']),
      );
      const save = dialog.getByRole('button', { name: words('save_one', { count: '1' }) });
      expect(await save.isDisabled()).toBe(true);
      await dialog.getByLabel(words('reason')).fill(`Agreed with ${name}`);
      expect(await visitor.findings()).toEqual([]);
      await save.click();
      await dialog.waitFor({ state: 'hidden' });
      await page
        .getByRole('listitem')
        .filter({ hasText: `Agreed with ${name}` })
        .waitFor();
      expect(await visitor.overflow()).toBe(0);
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();

      await finance.settled();
      const { statementHistory } = await finance.ask<{
        statementHistory: { period: string; earned: string }[];
      }>(`query ($id: ID!) { statementHistory(memberId: $id) { period earned } }`, {
        id: people[name]!,
      });
      expect(statementHistory.map(({ earned }) => earned)).toEqual(['50000', '25000']);
    },
    60_000,
  );
});
