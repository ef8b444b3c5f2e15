import type { Visitor } from '../stage.js';
import type { Scene } from './scene.js';
import { button, openAccountMenu, signedOut } from './steps.js';

const name = 'Ada Founder';
const first = 'a first sentence 1';
const second = 'a second sentence 2';

/** An organisation is opened, its founder changes the password, and leaves every device at once. */
export async function newcomerJourney(scene: Scene): Promise<void> {
  const founder = await scene.visitor();
  const email = `ada.${scene.language}@newcomer.example`;
  await signUp(founder, email);
  await openAccountMenu(founder, name);
  await founder.page
    .getByRole('menuitem', { name: founder.say('shell', 'account.security') })
    .click();
  await changePassword(founder);

  const phone = await scene.visitor();
  await phone.signIn(email, second);
  await button(founder.page, founder.say('session', 'account.everywhere')).click();
  await signedOut(founder);
  await signedOut(phone);
}

async function signUp(founder: Visitor, email: string): Promise<void> {
  const { page } = founder;
  await founder.open('/sign-in');
  await page.getByRole('link', { name: founder.say('session', 'signIn.toSignUp') }).click();
  const field = (key: string) => page.getByLabel(founder.say('session', key));
  await field('organizationName').fill(`Newcomers ${founder.language}`);
  await field('name').fill(name);
  await field('email').fill(email);
  await page.locator('input[name="new-password"]').fill(first);
  await button(page, founder.say('session', 'signUp.submit')).click();
  await page.getByRole('navigation').first().waitFor();
}

async function changePassword(founder: Visitor): Promise<void> {
  const { page } = founder;
  const current = page.locator('input[autocomplete="current-password"]');
  await current.fill('not the present one');
  await page.locator('input[name="new-password"]').fill(second);
  const change = button(page, founder.say('session', 'account.change'));
  await change.click();
  await page.getByText(founder.say('problem', 'WRONG_PASSWORD')).waitFor();
  await current.fill(first);
  await change.click();
  await page.getByText(founder.say('session', 'account.changed')).waitFor();
}
