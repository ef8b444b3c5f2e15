import type { Browser as Chromium } from 'playwright-core';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, addressOf, found, join, password } from '../harness/organization.js';
import { PlanDesk } from './plan-desk.js';
import { languages, openChromium, Visitor } from './stage.js';

const component = (rate: string) => ({
  kind: 'flat',
  name: 'commission',
  title: { en: 'Commission', de: 'Provision' },
  rate,
});
const plan = (...components: object[]) => ({ currency: 'EUR', period: 'month', components });

describe('the plan pages', () => {
  let laurel: Laurel;
  let chromium: Chromium;

  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Planners', 'ada@planners.example');
    const { Fin } = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      ...languages.map((region) => ({ name: `Rita ${region}`, role: 'rep' as const, region })),
    ]);
    await join(laurel, admin, Fin!);
    chromium = await openChromium();
  }, 90_000);
  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  it.each(languages)(
    'write versions, show what is wrong at its place, and compare, in %s',
    async (language) => {
      const finance = await Visitor.at(chromium, laurel.url, { language });
      await finance.signIn(addressOf('Fin'), password);
      const { page } = finance;
      const desk = new PlanDesk(finance);
      await desk.publish(`Plan ${language}`, '2026-01-01', plan(component('0.05')));

      await finance.press('plan', 'newVersion');
      const publish = page.getByRole('button', { name: finance.say('plan', 'form.publish') });
      const wrong = JSON.stringify(plan(component('a lot')), null, 2);
      await desk.write(wrong);
      await page.locator('.cm-lintRange-error', { hasText: '"a lot"' }).waitFor();
      const line = wrong.split('\n').findIndex((each) => each.includes('a lot')) + 1;
      const problem = page.getByRole('button', {
        name: finance.say('plan', 'editor.line', { line: String(line) }),
      });
      expect(await problem.innerText()).toMatch(/commission · rate\s+(Expected|Erwartet)/);
      expect(await publish.isDisabled()).toBe(true);
      expect(await finance.findings()).toEqual([]);

      await problem.click();
      await page.keyboard.insertText('"0.055"');
      await desk.choose('creditDate', 'paid');
      await page.getByText(finance.say('plan', 'editor.good')).waitFor();
      await publish.click();
      await page
        .getByRole('heading', { level: 1, name: `Plan ${language}`, exact: true })
        .waitFor();
      await page.getByText(finance.say('plan', 'words.creditDate.paid')).waitFor();

      await finance.press('plan', 'compare.action');
      const title = finance.say('plan', 'compare.title', { plan: `Plan ${language}` });
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      const row = page.getByRole('row', { name: finance.say('plan-setting', 'name.rate') });
      const shown = (await row.innerText()).replaceAll(',', '.');
      expect(shown).toMatch(/5\s?%\s+5\.5\s?%/);
      const date = finance.say('plan-setting', 'name.creditDate');
      const cash = finance.say('plan-setting', 'value.creditDate.paid');
      await page.getByRole('row', { name: date }).getByText(cash).waitFor();
      expect(await finance.findings()).toEqual([]);
      await page.getByText(finance.say('plan', 'compare.raw'), { exact: true }).click();
      await page.locator('.cm-changedText', { hasText: '5' }).first().waitFor();
      expect(await finance.overflow()).toBe(0);
      expect(finance.complaints).toEqual([]);
      await finance.leave();
    },
    90_000,
  );

  it.each(languages)(
    'put people on a plan by a rule, tell whom beforehand, and undo it, in %s',
    async (language) => {
      const finance = await Visitor.at(chromium, laurel.url, { language });
      await finance.signIn(addressOf('Fin'), password);
      const { page } = finance;
      const words = (key: string, values = {}) => finance.say('plan-rule', key, values);
      await new PlanDesk(finance).publish(
        `Rule ${language}`,
        '2026-01-01',
        plan(component('0.05')),
      );
      await finance.press('plan-rule', 'add');
      const dialog = page.getByRole('dialog', { name: words('addTitle') });
      await dialog.getByRole('combobox', { name: words('role') }).click();
      await page
        .getByRole('option', { name: finance.say('shell', 'role.rep'), exact: true })
        .click();
      await dialog.getByRole('textbox', { name: words('regionLabel') }).fill(language);
      await dialog.getByText(words('people_one', { count: '1' })).waitFor();
      await dialog.getByText(`Rita ${language}`).waitFor();
      expect(await finance.findings()).toEqual([]);
      await dialog.getByRole('button', { name: words('save_one', { count: '1' }) }).click();
      await dialog.waitFor({ state: 'detached' });
      const rule = page.getByRole('listitem').filter({ hasText: words('who.rep') });
      await rule.filter({ hasText: words('region', { region: language }) }).waitFor();
      const byRule = page.getByText(words('byRule', { who: words('who.rep') }));
      await byRule.waitFor();
      expect(await finance.overflow()).toBe(0);
      expect(await finance.findings()).toEqual([]);
      await page.getByRole('button', { name: finance.say('action', 'undo') }).click();
      await byRule.waitFor({ state: 'detached' });
      await rule.waitFor({ state: 'detached' });
      expect(finance.complaints).toEqual([]);
      await finance.leave();
    },
    60_000,
  );

  it('offer the settings of a kind while one types, and ask before changes are lost', async () => {
    const finance = await Visitor.at(chromium, laurel.url, { language: 'en' });
    await finance.signIn(addressOf('Fin'), password);
    const { page } = finance;
    await finance.open('/plans/new');
    await new PlanDesk(finance).write('{"components": [{"kind": "pool", ');
    await page.keyboard.press('Control+Space');
    const options = page.getByRole('listbox').getByRole('option');
    await options.first().waitFor();
    const offered = await options.allInnerTexts();
    expect(offered).toContain('"name"');
    expect(offered).not.toContain('"tiers"');

    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: finance.say('plan', 'back') }).click();
    const dialog = page.getByRole('dialog', { name: finance.say('plan', 'editor.guard.title') });
    await dialog.getByRole('button', { name: finance.say('action', 'cancel') }).click();
    await finance.press('plan', 'editor.draft.save');
    await page.getByRole('link', { name: finance.say('plan', 'back') }).click();
    await finance.press('plan', 'add');
    await finance.press('plan', 'editor.draft.open');
    await new PlanDesk(finance).editor().getByText('"pool"').waitFor();
    await finance.leave();
  }, 60_000);
});
