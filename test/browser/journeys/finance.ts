import fs from 'node:fs';
import { eventually } from '../../harness/eventually.js';
import { PlanDesk } from '../plan-desk.js';
import type { Visitor } from '../stage.js';
import type { Scene } from './scene.js';
import { button, dialog, goTo, heading } from './steps.js';

const payee = 'Jonas Wiegand';
const quotaBearer = 'Felix Sommerfeld';

/** Statements are found and opened, calculated again with the same figures, and handed to payroll. */
export async function statementJourney(scene: Scene): Promise<void> {
  const finance = await scene.enter('finance');
  const { page } = finance;
  await goTo(finance, 'statements', 'statement');
  const earned = () => page.getByRole('row').filter({ hasText: payee }).innerText();
  const before = await earned();
  await button(page, finance.say('statement', 'recalculate')).click();
  await button(dialog(finance), finance.say('statement', 'recalculate')).click();
  await dialog(finance).waitFor({ state: 'hidden' });
  const busy = page.locator('button[data-loading]');
  await eventually(
    () => busy.count(),
    (count) => count === 0,
    120_000,
  );
  expect(await earned()).toBe(before);

  await page.getByRole('searchbox').fill('jonas wie');
  await eventually(
    () => page.getByRole('row').count(),
    (count) => count === 2,
  );
  await page.getByRole('link', { name: payee }).click();
  await heading(finance, payee).waitFor();
  await page.getByRole('region', { name: finance.say('pay', 'total') }).waitFor();
}

/** The report is a file whose money is numbers and whose names no spreadsheet runs. */
export async function reportJourney(scene: Scene): Promise<void> {
  const finance = await scene.enter('finance');
  const { page } = finance;
  await goTo(finance, 'statements', 'statement');
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: finance.say('statement', 'download') }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const [header, ...lines] = fs
    .readFileSync(await download.path(), 'utf8')
    .trim()
    .split(/\r?\n/);
  const columns = header!.replace('\uFEFF', '').split(',');
  const rows = lines.map((line) => line.split(','));
  const amounts = rows.map((cells) => cells[columns.indexOf('amount')]);
  expect(amounts.filter((amount) => !/^-?\d+\.\d{2}$/.test(amount!))).toEqual([]);
  expect(rows.some((cells) => cells[columns.indexOf('deal_name')] === `'=1+1`)).toBe(true);
}

/** A plan with a mistake says where; put right it becomes the next version. */
export async function planJourney(scene: Scene): Promise<void> {
  const finance = await scene.enter('finance');
  const { page } = finance;
  await goTo(finance, 'plans', 'plan');
  await page.getByRole('main').locator('a[href^="/plans/"]:not([href$="/new"])').first().click();
  const versions = page.locator('button').filter({ hasText: finance.say('plan', 'saved') });
  await versions.first().waitFor();
  const stairs = page.getByRole('img', { name: finance.say('plan', 'words.stairs') });
  const colour = `getComputedStyle(element).backgroundColor`;
  expect(
    await stairs.locator('[style*=height]').first().evaluate(`(element) => ${colour}`),
  ).not.toBe('rgba(0, 0, 0, 0)');
  const before = await versions.count();
  const good = await documentShown(finance);
  await finance.press('plan', 'newVersion');
  const desk = new PlanDesk(finance);
  const publish = button(page, finance.say('plan', 'form.publish'));
  await desk.write(good.replace(/"rate": "[\d.]+"/, '"rate": "a lot"'));
  const problem = page.getByRole('button', { name: finance.patternWithin('plan', 'editor.line') });
  await page.locator('code', { hasText: '.rate' }).waitFor();
  await page.locator('.cm-lintRange-error', { hasText: 'a lot' }).waitFor();
  expect(await publish.isDisabled()).toBe(true);
  await problem.first().click();
  // Both languages publish on one plan: the second has something else to say than the first.
  const digits = good.includes('"0.071"') ? '82' : '71';
  await page.keyboard.insertText(`"0.0${digits}"`);
  await publish.click();
  await eventually(
    () => versions.count(),
    (count) => count === before + 1,
  );
  await compareJourney(finance, digits);
}

/** What was published last stands beside the version before, in words and as JSON. */
async function compareJourney(finance: Visitor, digits: string): Promise<void> {
  const { page } = finance;
  await finance.press('plan', 'compare.action');
  await page.getByText(finance.say('plan', 'compare.lead')).waitFor();
  const row = page.getByRole('row').filter({ hasText: finance.say('plan-setting', 'name.rate') });
  const shown = (await row.first().innerText()).replaceAll(',', '.');
  expect(shown).toMatch(new RegExp(`${digits[0]}\\.${digits[1]}\\s?%`));
  await page.getByText(finance.say('plan', 'compare.raw'), { exact: true }).click();
  await page.locator('.cm-changedText', { hasText: digits }).first().waitFor();
  expect(finance.complaints).toEqual([]);
}

/** The document of the open plan's newest version, as it is written in the editor. */
async function documentShown({ page }: Visitor): Promise<string> {
  const response = await page.request.post(new URL('/graphql', page.url()).href, {
    data: {
      query: `query ($id: ID!) { plan(id: $id) { versions { document } } }`,
      variables: { id: new URL(page.url()).pathname.split('/').at(-1) },
    },
  });
  const { data } = await response.json();
  return JSON.stringify(data.plan.versions[0].document, null, 2);
}

/** A quota is set, stays, and is taken away again by emptying its field. */
export async function quotaJourney(scene: Scene): Promise<void> {
  const finance = await scene.enter('finance');
  const { page } = finance;
  const field = page.getByLabel(finance.say('plan', 'quota.of', { name: quotaBearer }));
  const shown = async () => (await field.inputValue()).replace(/\D/g, '');
  await finance.open('/plans');
  await page.getByRole('tab', { name: finance.say('plan', 'tab.quota') }).click();
  await saveQuota(finance, '4321');
  await page.reload();
  await eventually(shown, (digits) => digits.startsWith('4321'));
  await saveQuota(finance, '');
  await page.reload();
  await eventually(
    () => field.count(),
    (count) => count === 1,
  );
  expect(await shown()).toBe('');
}

async function saveQuota(finance: Visitor, amount: string): Promise<void> {
  const { page } = finance;
  await page.getByLabel(finance.say('plan', 'quota.of', { name: quotaBearer })).fill(amount);
  await button(page, finance.say('action', 'save')).click();
  await page.getByText(finance.say('plan', 'quota.saved_one', { count: '1' })).waitFor();
}
