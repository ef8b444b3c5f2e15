import type { Locator } from 'playwright-core';
import type { Visitor } from '../stage.js';

/** Follows the main navigation to a page and waits for its title. */
export async function goTo(visitor: Visitor, name: string, title = name): Promise<void> {
  const { page } = visitor;
  const navigation = page.getByRole('navigation', { name: visitor.say('shell', 'navigation') });
  await navigation.getByRole('link', { name: visitor.say('shell', `nav.${name}`) }).click();
  await heading(visitor, visitor.say(title, 'title')).waitFor();
}

export const heading = ({ page }: Visitor, name: string): Locator =>
  page.getByRole('heading', { level: 1, name, exact: true });

export const button = (within: Visitor['page'] | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

/** The dialog in front. */
export const dialog = ({ page }: Visitor): Locator => page.getByRole('dialog');

export async function openAccountMenu(visitor: Visitor, name: string): Promise<void> {
  const label = visitor.say('shell', 'account.open', { name });
  await visitor.page.getByRole('button', { name: label }).click();
}

/** Waits for the form that only somebody who is signed out sees. */
export const signedOut = (visitor: Visitor): Promise<void> =>
  heading(visitor, visitor.say('session', 'signIn.title')).waitFor();
