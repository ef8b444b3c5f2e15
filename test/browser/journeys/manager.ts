import type { Scene } from './scene.js';
import { button, dialog, goTo, heading } from './steps.js';

/** My team, one report's deals and pay, and a deal of the team put right. */
export async function managerJourney(scene: Scene): Promise<void> {
  const manager = await scene.enter('manager');
  const { page } = manager;
  await goTo(manager, 'team');
  const report = page
    .getByRole('main')
    .getByRole('button')
    .filter({ hasText: /[€$]|EUR/ })
    .first();
  await report.click();
  const toPay = dialog(manager).getByRole('link', { name: manager.say('team', 'toPay') });
  await toPay.waitFor();
  const name = await dialog(manager).getByRole('heading', { level: 2 }).last().innerText();
  await toPay.click();
  await heading(manager, name).waitFor();
  await page.getByRole('region', { name: manager.say('pay', 'total') }).waitFor();

  await goTo(manager, 'deals', 'deal');
  await page.getByText(manager.say('deal', 'status.open'), { exact: true }).first().click();
  await page.waitForURL(/status=open/);
  await page.waitForLoadState('networkidle');
  const row = page.getByRole('row').nth(1);
  const deal = (await row.getByRole('cell').first().innerText()).split('\n').at(-1)!.trim();
  await row.getByRole('button').click();
  await button(dialog(manager), manager.say('action', 'edit')).click();
  const form = page.getByRole('dialog', { name: manager.say('deal', 'form.edit') });
  const region = `Region ${scene.language}`;
  await form
    .getByRole('textbox', { name: manager.say('deal', 'column.region'), exact: true })
    .fill(region);
  await button(form, manager.say('action', 'save')).click();
  await page.getByText(manager.say('deal', 'said.saved', { deal })).waitFor();
  await page.reload();
  await dialog(manager).getByText(region, { exact: true }).waitFor();
}
