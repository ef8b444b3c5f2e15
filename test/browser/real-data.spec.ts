import type { Browser as Chromium } from 'playwright-core';
import type { Browser } from '../harness/client.js';
import { organizationOf, rowsOf } from '../harness/dump.js';
import { itGivesTheKnownAnswer, quarters } from '../harness/known-answer.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, addressOf, join, password } from '../harness/organization.js';
import { pathOf, plainPlan, planDocument, present, quotaFile } from '../harness/real-data.js';
import { every } from '../harness/statements.js';
import { ImportWizard } from './import-wizard.js';
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
};

if (present) describe('the real year, through the pages', comparison);
else it('has no real year on this machine to compare with', () => expect(present).toBe(false));
