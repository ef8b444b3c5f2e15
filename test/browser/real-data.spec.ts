import type { Browser as Chromium } from 'playwright-core';
import type { Browser } from '../harness/client.js';
import { type Dump, organizationOf, rowsOf } from '../harness/dump.js';
import { itGivesTheKnownAnswer, quarters } from '../harness/known-answer.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { rowsOfPeriod } from '../harness/locked.js';
import { addPeople, addressOf, join, password } from '../harness/organization.js';
import { pipeline, plainPay } from '../harness/plain-pay.js';
import { pathOf, plainPlan, planDocument, present, quotaFile } from '../harness/real-data.js';
import { every, readStatements } from '../harness/statements.js';
import { afterEdits, lateFile, tenLateChanges } from '../harness/ten-late-changes.js';
import { ImportWizard } from './import-wizard.js';
import { LateChangeDesk } from './late-change-desk.js';
import { PeriodDesk } from './period-desk.js';
import { PlanDesk } from './plan-desk.js';
import { Visitor, openChromium } from './stage.js';

const email = 'admin@hardware.example';
const files = ['sales_pipeline.csv', 'products.csv', 'sales_teams.csv', 'accounts.csv'];
const none = { created: '0', updated: '0', unchanged: '0', rejected: '0' };

const comparison = () => {
  let laurel: Laurel;
  let chromium: Chromium;
  let admin: Visitor;
  let wizard: ImportWizard;
  let finance: Browser;

  beforeAll(async () => {
    laurel = await startLaurel();
    chromium = await openChromium();
    admin = await Visitor.at(chromium, laurel.url, { language: 'en' });
    await openOrganization();
    await importEverything();
    finance = await inviteFinance();
    await payEverybody();
    await finance.settled(120_000);
  }, 300_000);

  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  async function openOrganization(): Promise<void> {
    await admin.signUp('Hardware', 'Ada', email, password);
    await admin.open('/settings');
    await admin.page.getByLabel(admin.say('settings', 'currency')).fill('USD');
    await admin.press('settings', 'save');
    await admin.page.getByText(admin.say('settings', 'saved'), { exact: true }).waitFor();
  }

  /** All four files at once: Laurel puts them in order. A name is first left out, then taken for what Laurel suggests. */
  async function importEverything(): Promise<void> {
    wizard = new ImportWizard(admin);
    await wizard.send(files.map(pathOf));
    for (const created of ['35', '7', '85']) {
      expect(await wizard.check()).toBe(false);
      expect(await wizard.commit()).toEqual({ ...none, created });
      await wizard.next();
    }
    expect(await wizard.check()).toBe(true);
    await wizard.pick('GTXPro', 'GTX Pro');
    await wizard.leaveNames('nextWithout');
    expect(await wizard.counts()).toEqual({ ...none, created: '7,320', rejected: '1,480' });
    await admin.page
      .getByText(/Laurel does not know “GTXPro”/)
      .first()
      .waitFor();
    await wizard.backToColumns();
    expect(await wizard.check()).toBe(true);
    await wizard.leaveNames();
    expect(await wizard.counts()).toEqual({ ...none, created: '8,800' });
    expect(await wizard.commit()).toEqual({ ...none, created: '8,800' });
  }

  async function inviteFinance(): Promise<Browser> {
    const browser = laurel.browser();
    await browser.ask(
      `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { member { id } } }`,
      { email, password },
    );
    const { Fin } = await addPeople(browser, [{ name: 'Fin', role: 'finance', currency: 'USD' }]);
    return join(laurel, browser, Fin!);
  }

  /** Finance publishes the plan, puts everybody on it, and brings in the quotas. */
  async function payEverybody(): Promise<void> {
    const visitor = await Visitor.at(chromium, laurel.url, { language: 'en' });
    await visitor.signIn(addressOf('Fin'), password);
    const { name, effectiveFrom, ...rest } = plainPlan();
    const desk = new PlanDesk(visitor);
    await desk.publish(name, effectiveFrom, planDocument({ name, effectiveFrom, ...rest }));
    await desk.assignAll('rep');
    await desk.assignAll('manager');
    const reps = await every<{ name: string }>(
      finance,
      `query ($page: PageInput) { list: members(role: rep, page: $page) { rows { name } total } }`,
    );
    const quotas = quotaFile(
      reps.map((rep) => rep.name),
      quarters,
    );
    const wizard = new ImportWizard(visitor);
    await wizard.send([{ name: 'quotas.csv', mimeType: 'text/csv', buffer: Buffer.from(quotas) }]);
    expect(await wizard.check()).toBe(false);
    expect(await wizard.commit()).toEqual({ ...none, created: String(reps.length * 4) });
    expect([...wizard.faults, ...visitor.complaints]).toEqual([]);
    await visitor.leave();
  }

  itGivesTheKnownAnswer(() => finance);

  it('showed a whole page at every step', () =>
    expect([...wizard.faults, ...admin.complaints]).toEqual([]));

  it('changes nothing when the deals come a second time', async () => {
    const id = await organizationOf(laurel.databaseUrl, email);
    const before = await rowsOf(laurel.databaseUrl, id);
    wizard = new ImportWizard(admin);
    await wizard.send([pathOf('sales_pipeline.csv')]);
    expect(await wizard.check()).toBe(false);
    expect(await wizard.commit()).toEqual({ ...none, unchanged: '8,800' });
    await finance.settled(120_000);
    expect(await rowsOf(laurel.databaseUrl, id)).toEqual(before);
    expect([...wizard.faults, ...admin.complaints]).toEqual([]);
  }, 120_000);

  describe('once its quarters are locked', () => {
    const rows = pipeline();
    const edits = tenLateChanges(rows);
    let visitor: Visitor;
    let open: string;
    let frozen: Dump[];

    beforeAll(async () => {
      visitor = await Visitor.at(chromium, laurel.url, { language: 'en' });
      await visitor.signIn(addressOf('Fin'), password);
      for (const quarter of quarters) await new PeriodDesk(visitor).closeAndLock(quarter);
      frozen = await lockedRows();
      await importLate();
      await finance.settled(60_000);
      const { currentPeriod } = await finance.ask<{ currentPeriod: { name: string } }>(
        `{ currentPeriod(kind: quarter) { name } }`,
      );
      open = currentPeriod.name;
    }, 180_000);

    const lockedRows = async () => {
      const id = await organizationOf(laurel.databaseUrl, email);
      return Promise.all(quarters.map((name) => rowsOfPeriod(laurel.databaseUrl, id, name)));
    };

    async function importLate(): Promise<void> {
      const late = new ImportWizard(visitor);
      const buffer = Buffer.from(lateFile(edits));
      await late.send([{ name: 'late.csv', mimeType: 'text/csv', buffer }]);
      expect(await late.check()).toBe(false);
      expect(await late.commit()).toEqual({ ...none, created: '2', updated: '8' });
      expect([...late.faults, ...visitor.complaints]).toEqual([]);
    }

    it('ten late changes leave the four quarters untouched, to the byte', async () => {
      for (const { earning, statement, credit } of frozen)
        expect([earning, statement, credit].every((part) => part!.length > 0)).toBe(true);
      expect(await lockedRows()).toEqual(frozen);
    });

    it('pays everybody the difference that another program finds, in the open quarter', async () => {
      const before = plainPay(rows);
      const due = new Map<string, bigint>();
      for (const [key, amount] of plainPay(afterEdits(rows, edits))) {
        const name = key.slice(0, key.lastIndexOf(' '));
        const difference = amount - (before.get(key) ?? 0n);
        if (difference !== 0n) due.set(name, (due.get(name) ?? 0n) + difference);
      }
      const paid = await readStatements(finance, [open]);
      expect(new Map(paid.map(({ payee, earned }) => [payee.name, BigInt(earned)]))).toEqual(due);
    });

    it.each(['en', 'de'] as const)(
      'tells ten differences on the page of the open quarter, each by its deal (%s)',
      async (language) => {
        const reader = await Visitor.at(chromium, laurel.url, { language });
        try {
          await reader.signIn(addressOf('Fin'), password);
          await reader.open(`/periods/${open}`);
          const desk = new LateChangeDesk(reader);
          const told = await desk.read();
          expect(told.map(({ deal }) => deal).sort()).toEqual(
            edits.map(({ after }) => after.opportunity_id).sort(),
          );
          const total = told.reduce((sum, { difference }) => sum + difference, 0n);
          const paid = await readStatements(finance, [open]);
          expect(total).toBe(paid.reduce((sum, { earned }) => sum + BigInt(earned), 0n));
          for (const { before, after } of edits)
            expect(told.find(({ deal }) => deal === after.opportunity_id)!.text).toContain(
              desk.wordsFor(before, after),
            );
          expect(await desk.why(edits[0]!.after.opportunity_id)).toContain(
            edits[0]!.after.sales_agent,
          );
          expect([await reader.overflow(), await reader.findings(), reader.complaints]).toEqual([
            0,
            [],
            [],
          ]);
        } finally {
          await reader.leave();
        }
      },
      60_000,
    );

    it('tells a payee of each changed deal, with what it moved in other deals beneath it', async () => {
      const busy = edits[0]!.after.sales_agent;
      const { members } = await finance.ask<{ members: { rows: { id: string }[] } }>(
        `query ($search: String) { members(search: $search) { rows { id } } }`,
        { search: busy },
      );
      await visitor.open(`/statements/${members.rows[0]!.id}?period=${open}`);
      const desk = new LateChangeDesk(visitor);
      const own = edits.filter(({ after }) => after.sales_agent === busy);
      const told = await desk.read();
      for (const { before, after } of own)
        expect(told.find(({ deal }) => deal === after.opportunity_id)!.text).toContain(
          desk.wordsFor(before, after),
        );
      expect(told.map(({ deal }) => deal).sort()).toEqual(
        own.map(({ after }) => after.opportunity_id).sort(),
      );
      const why = await desk.why(own[0]!.after.opportunity_id);
      expect(why).toMatch(visitor.patternWithin('late-change', 'shifted_other'));
    }, 60_000);
  });
};

if (present) describe('the real year, through the pages', comparison);
else it('has no real year on this machine to compare with', () => expect(present).toBe(false));
