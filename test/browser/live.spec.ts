import type { Browser as Chromium } from 'playwright-core';
import { foundCast, type Cast } from '../harness/cast.js';
import { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addressOf, password, saveDeals, saveQuotas } from '../harness/organization.js';
import { eventually } from '../harness/eventually.js';
import { openChromium, Visitor } from './stage.js';

const remember = `window.loadedOnce = true`;
const remembered = `window.loadedOnce === true`;

describe('a deal won elsewhere', () => {
  let laurel: Laurel;
  let chromium: Chromium;
  let cast: Cast;
  let rep: Visitor;

  beforeAll(async () => {
    laurel = await startLaurel();
    cast = await foundCast(laurel, 'Alder', 100_000n);
    chromium = await openChromium();
    const { currentPeriod } = await cast.browsers.rep.ask<{ currentPeriod: { name: string } }>(
      `{ currentPeriod(kind: quarter) { name } }`,
    );
    const quota = { memberId: cast.people.rep!, period: currentPeriod.name, amount: '400000' };
    await saveQuotas(cast.browsers.finance, [quota]);
    await saveDeals(cast.browsers.finance, [wonBy('mate', '50000')]);
    await cast.browsers.finance.settled();
    rep = await Visitor.at(chromium, laurel.url, { language: 'de' });
    await rep.signIn(addressOf('Alder rep'), password);
  }, 180_000);

  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  const wonBy = (owner: string, amount: string) => ({
    externalId: `Alder-${owner}-live-${amount}`,
    owner: cast.people[owner]!,
    amount,
    status: 'won',
    closedOn: new Date().toISOString().slice(0, 10),
  });

  /** A figure the rep looks at, such as a total; spaces that no key makes are written as one. */
  const region = async (slice: string, key: string): Promise<string> => {
    const name = rep.say(slice, key);
    const text = await rep.page.getByRole('region', { name }).innerText();
    return text.replaceAll(/\s+/g, ' ');
  };

  /** The open deal of the rep, won by their manager in a browser of the manager's own. */
  async function winAsManager(): Promise<void> {
    const manager = await Visitor.at(chromium, laurel.url, { language: 'en' });
    await manager.signIn(addressOf('Alder manager'), password);
    await manager.open(`/deals?search=Alder-rep-2`);
    await manager.page.getByRole('row').nth(1).getByRole('button').click();
    const won = manager.say('deal', 'close.won.action');
    await manager.page.getByRole('dialog').getByRole('button', { name: won }).click();
    const form = manager.page.getByRole('dialog', { name: manager.say('deal', 'close.won.title') });
    await form.getByRole('button', { name: won }).click();
    await form.waitFor({ state: 'hidden' });
    await manager.leave();
  }

  const ten = (owner: string) =>
    Array.from({ length: 10 }, (_, at) => wonBy(owner, String(100 + at)));

  /** A program that may only write. */
  async function programToken(): Promise<Browser> {
    const { createApiToken } = await cast.browsers.admin.ask<{
      createApiToken: { secret: string };
    }>(`mutation { createApiToken(name: "CRM", scopes: [read, write]) { secret } }`);
    return new Browser(laurel.url, createApiToken.secret);
  }

  it('moves the board and tells of the badge, by a manager in another browser', async () => {
    await rep.open('/leaderboard');
    await rep.page.evaluate(remember);
    expect(await region('standing', 'myPlace')).toContain('#2 ');
    await winAsManager();
    await eventually(
      () => region('standing', 'myPlace'),
      (text) => text.includes('#1 '),
    );
    await rep.page.getByText('3.000 €').first().waitFor();
    await rep.page.getByText(rep.say('shell', 'award.mine')).first().waitFor();
    expect(await rep.page.evaluate(remembered)).toBe(true);
  }, 120_000);

  it('adds to my pay, by a program', async () => {
    await rep.open('/pay');
    await rep.page.evaluate(remember);
    expect(await region('pay', 'total')).toContain('223,50 €');
    await saveDeals(await programToken(), [wonBy('rep', '100000')]);
    await eventually(
      () => region('pay', 'total'),
      (text) => text.includes('303,50 €'),
    );
    expect(await rep.page.evaluate(remembered)).toBe(true);
  }, 120_000);

  it('says what became of my own action before the badges I win meanwhile', async () => {
    await rep.open('/deals?search=Alder-rep-0');
    await rep.page.getByRole('row').nth(1).getByRole('button').click();
    const edit = rep.page.getByRole('button', { name: rep.say('action', 'edit'), exact: true });
    await edit.click();
    const form = rep.page.getByRole('dialog', { name: rep.say('deal', 'form.edit') });
    await form.getByRole('textbox', { name: rep.say('deal', 'column.region') }).fill('Nord');
    await saveDeals(cast.browsers.finance, ten('rep'));
    const messages = rep.page.getByRole('alert');
    await messages.getByText(rep.say('shell', 'award.mine')).waitFor();
    await form.getByRole('button', { name: rep.say('action', 'save') }).click();
    const saved = rep.say('deal', 'said.saved', { deal: 'Alder-rep-0' });
    await messages.getByText(saved).waitFor();
    expect(await messages.allInnerTexts()).toEqual([
      expect.stringContaining(saved),
      expect.stringContaining(rep.say('shell', 'award.mine')),
    ]);
  }, 60_000);

  it('tells of the badges of several colleagues in one message', async () => {
    await rep.open('/leaderboard');
    await saveDeals(cast.browsers.finance, [...ten('mate'), ...ten('peer')]);
    const told = rep.page.getByRole('alert').filter({ hasText: 'Abzeichen gewonnen' });
    await told.getByText(/ und (noch jemand|\d andere) haben Abzeichen gewonnen$/).waitFor();
    expect(await told.count()).toBe(1);
  }, 60_000);
});
