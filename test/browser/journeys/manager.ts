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
  const open = manager.say('deal', 'status.open');
  await page.getByText(open, { exact: true }).first().click();
  await page.waitForURL(/status=open/);
  const deals = page.getByRole('row').filter({ has: page.getByRole('cell') });
  await deals.filter({ hasNotText: open }).first().waitFor({ state: 'detached' });
  await deals.first().getByRole('button').click();
  await button(dialog(manager), manager.say('action', 'edit')).click();
  const form = page.getByRole('dialog', { name: manager.say('deal', 'form.edit') });
  const number = form.getByRole('textbox', { name: manager.say('deal', 'column.externalId') });
  const deal = await number.inputValue();
  const region = `Region ${scene.language}`;
  await form
    .getByRole('textbox', { name: manager.say('deal', 'column.region'), exact: true })
    .fill(region);
  await button(form, manager.say('action', 'save')).click();
  await page.getByText(manager.say('deal', 'said.saved', { deal })).waitFor();
  await page.reload();
  await dialog(manager).getByText(region, { exact: true }).waitFor();
}
