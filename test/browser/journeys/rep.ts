import { say } from '../stage.js';
import type { Scene } from './scene.js';
import { goTo, heading, openAccountMenu, signedOut } from './steps.js';

const me = 'Jonas Wiegand';

/** Home, board with my row in view, pay; language and appearance stay as chosen; out. */
export async function repJourney(scene: Scene): Promise<void> {
  const rep = await scene.enter('rep');
  const { page } = rep;
  await goTo(rep, 'leaderboard', 'standing');
  await page.getByRole('region', { name: rep.say('standing', 'myPlace') }).waitFor();
  const mine = page.locator('tr[aria-current], [data-changes]').filter({ hasText: me });
  const { y, height } = (await mine.boundingBox())!;
  expect(y + height).toBeLessThanOrEqual(page.viewportSize()!.height);
  await goTo(rep, 'pay');

  const other = scene.language === 'en' ? 'de' : 'en';
  await openAccountMenu(rep, me);
  await page.getByText(other === 'de' ? 'Deutsch' : 'English', { exact: true }).click();
  await heading(rep, say(other, 'pay', 'title')).waitFor();
  await page.getByText(say(other, 'shell', 'scheme.dark'), { exact: true }).click();
  await page.reload();
  await heading(rep, say(other, 'pay', 'title')).waitFor();
  const root = page.locator('html');
  expect(await root.getAttribute('lang')).toBe(other);
  expect(await root.getAttribute('data-mantine-color-scheme')).toBe('dark');

  await page.getByRole('button', { name: me }).first().click();
  await page.getByText(rep.language === 'de' ? 'Deutsch' : 'English', { exact: true }).click();
  await page.getByRole('menuitem', { name: rep.say('shell', 'account.signOut') }).click();
  await signedOut(rep);
  await rep.open('/pay');
  await signedOut(rep);
}
