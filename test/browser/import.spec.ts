import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser as Chromium } from 'playwright-core';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { password } from '../harness/organization.js';
import { ImportWizard } from './import-wizard.js';
import { Visitor, openChromium, phone } from './stage.js';

const deals = `deal id,owner,amount,status,closed
D-1,Ada,"1,234",won,04/03/2026
D-2,Ada,"2,500",won,05/06/2026
D-3,Nobody Known,"3,100",open,
`;
const views = [
  { language: 'en', colorScheme: 'light' },
  { language: 'de', colorScheme: 'dark', viewport: phone },
] as const;

describe.each(views)('the import pages in $language, $colorScheme', (view) => {
  let laurel: Laurel;
  let chromium: Chromium;
  let visitor: Visitor;

  beforeAll(async () => {
    laurel = await startLaurel();
    chromium = await openChromium();
    visitor = await Visitor.at(chromium, laurel.url, view);
    await visitor.signUp('Wizard', 'Ada', 'ada@wizard.example', password);
  }, 90_000);
  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  it('let a file be chosen by keyboard', async () => {
    await visitor.open('/import');
    const name = visitor.say('import', 'drop.title');
    const chooser = visitor.page.waitForEvent('filechooser');
    await visitor.page.getByRole('button', { name }).press('Enter');
    expect((await chooser).isMultiple()).toBe(true);
  }, 60_000);

  it('say why a file is not taken, and take the others', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'laurel-files-'));
    const files = ['huge.csv', 'photo.png', 'deals.csv'].map((name) => path.join(folder, name));
    for (const file of files) fs.writeFileSync(file, deals);
    fs.truncateSync(files[0]!, 50 * 1024 * 1024 + 1);
    await visitor.open('/import');
    await visitor.page.locator('input[type=file]').setInputFiles(files);
    for (const [key, file] of [
      ['tooLarge', 'huge.csv'],
      ['noCsv', 'photo.png'],
    ] as const)
      await visitor.page.getByText(visitor.say('import', `drop.${key}`, { file })).waitFor();
    await visitor.page.getByText('deals.csv', { exact: true }).waitFor();
    fs.rmSync(folder, { recursive: true });
  }, 60_000);

  it('say whose files the reader may not send', async () => {
    await visitor.open('/import');
    const buffer = Buffer.from('member,period,quota\nAda,2026,10\n');
    const quotas = { name: 'quotas.csv', mimeType: 'text/csv', buffer };
    await visitor.page.locator('input[type=file]').setInputFiles(quotas);
    await visitor.press('import', 'queue.send_one');
    const kind = visitor.say('import', 'kind.quota');
    await visitor.page.getByText(visitor.say('import', 'queue.notYours', { kind })).waitFor();
    // The browser itself notes every answer that is not a success.
    expect(visitor.complaints.splice(0)).toEqual([expect.stringContaining('403')]);
  }, 60_000);

  it('ask how ambiguous figures are meant, refuse single rows, and take all back', async () => {
    const wizard = new ImportWizard(visitor);
    const { page } = visitor;
    await wizard.send([{ name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(deals) }]);
    const check = page.getByRole('button', { name: visitor.say('import', 'columns.next') });
    expect(await check.isDisabled()).toBe(true);
    await page.locator('input[value=decimal-point]').check();
    expect(await check.isDisabled()).toBe(true);
    await page.locator('input[value="DD/MM/YYYY"]').check();
    expect(await wizard.check()).toBe(true);
    await wizard.leaveNames('nextWithout');
    expect(await wizard.counts()).toMatchObject({ created: '2', rejected: '1' });
    expect(await laurel.sql('select from deal')).toEqual([]);

    const download = page.waitForEvent('download');
    await visitor.press('import', 'check.download');
    const file = fs.readFileSync(await (await download).path(), 'utf8');
    expect(file).toMatch(/^\uFEFFrow,field,value,code,reason\n4,owner,Nobody Known,UNKNOWN,/);

    expect(await wizard.commit()).toMatchObject({ created: '2', rejected: '1' });
    const stored =
      'select amount, closed_on::text as day from deal where removed_at is null order by 1';
    expect(await laurel.sql(stored)).toEqual([
      { amount: '123400', day: '2026-03-04' },
      { amount: '250000', day: '2026-06-05' },
    ]);
    await visitor.press('import', 'undo.action');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: visitor.say('import', 'undo.action') }).click();
    await page.getByRole('heading', { name: visitor.say('import', 'result.undone') }).waitFor();
    expect(await laurel.sql(stored)).toEqual([]);
    expect([...wizard.faults, ...visitor.complaints]).toEqual([]);
  }, 120_000);
});
