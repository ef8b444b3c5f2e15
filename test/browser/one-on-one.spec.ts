import type { Browser as Chromium, Locator } from 'playwright-core';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import {
  addPeople,
  addTeam,
  addressOf,
  found,
  join,
  password,
  place,
} from '../harness/organization.js';
import { eventually } from './eventually.js';
import { openChromium, phone, Visitor } from './stage.js';

const slice = 'one-on-one';
const secret = 'Ask for more money in spring';

/** Mona leads Rita; Mona works in German, Rita in English on a phone. */
describe('one-on-ones', () => {
  let laurel: Laurel;
  let chromium: Chromium;
  let mona: Visitor;
  let rita: Visitor;
  let monaAsks: Browser;
  let address: string;

  beforeAll(async () => {
    [laurel, chromium] = [await startLaurel(), await openChromium()];
    const admin = await found(laurel, 'Alder', 'ada@alder.example');
    const team = await addTeam(admin, 'North');
    const ids = await addPeople(admin, [
      { name: 'Mona', role: 'manager' },
      { name: 'Rita', role: 'rep' },
    ]);
    await place(admin, team, [ids.Mona!], { position: 'manager' });
    await place(admin, team, [ids.Rita!]);
    monaAsks = await join(laurel, admin, ids.Mona!);
    await join(laurel, admin, ids.Rita!);
    mona = await Visitor.at(chromium, laurel.url, { language: 'de' });
    rita = await Visitor.at(chromium, laurel.url, { language: 'en', viewport: phone });
    await Promise.all([
      mona.signIn(addressOf('Mona'), password),
      rita.signIn(addressOf('Rita'), password),
    ]);
  }, 120_000);
  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  const button = (who: Visitor | Locator, speaker: Visitor, key: string): Locator =>
    (who instanceof Visitor ? who.page : who).getByRole('button', {
      name: speaker.say(slice, key),
      exact: true,
    });
  const part = (who: Visitor, key: string) =>
    who.page.getByRole('region', { name: who.say(slice, key), exact: true });

  it('begin with a person and a rhythm', async () => {
    await mona.open('/one-on-ones');
    await button(mona, mona, 'new').first().click();
    const dialog = mona.page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: mona.say(slice, 'start.partner') }).click();
    await mona.page.getByRole('option', { name: 'Rita' }).click();
    await dialog.getByText(mona.say(slice, 'rhythm.twoWeekly')).click();
    await button(dialog, mona, 'start.action').click();
    await mona.page
      .getByRole('heading', { name: mona.say(slice, 'with', { name: 'Rita' }) })
      .waitFor();
    expect(await mona.findings()).toEqual([]);
    address = new URL(mona.page.url()).pathname;
  });

  it('have an agenda that both write, and action items', async () => {
    const agenda = part(mona, 'agenda.title');
    for (const topic of ['Messe', 'Urlaub']) {
      await agenda.getByRole('textbox').fill(topic);
      await agenda.getByRole('textbox').press('Enter');
      await agenda.getByText(topic, { exact: true }).waitFor();
    }
    await agenda.getByRole('checkbox').nth(1).press('Alt+ArrowUp');
    await eventually(
      () => agenda.getByRole('listitem').first().innerText(),
      (text) => text.includes('Urlaub'),
    );
    await button(mona, mona, 'actions.add').click();
    const dialog = mona.page.getByRole('dialog');
    await dialog
      .getByRole('textbox', { name: mona.say(slice, 'actions.what') })
      .fill('Flyer bestellen');
    await dialog.getByText('Rita', { exact: true }).click();
    await dialog.getByRole('button', { name: mona.say('action', 'add') }).click();
    await part(mona, 'actions.title').getByText('Flyer bestellen').waitFor();
  });

  it('are found from home on a phone; a private note is for its author alone', async () => {
    await rita.open('/');
    await rita.page.getByRole('link', { name: rita.say(slice, 'prepare') }).click();
    await part(rita, 'agenda.title').getByText('Urlaub', { exact: true }).waitFor();
    await part(rita, 'agenda.title').getByRole('checkbox').first().click();
    const own = part(rita, 'private.title');
    await own.getByRole('textbox').fill(secret);
    await own.getByText(rita.say(slice, 'notes.state.saved'), { exact: true }).waitFor();
    await mona.open(address);
    await part(mona, 'agenda.title').getByText('Urlaub', { exact: true }).waitFor();
    expect(await mona.page.content()).not.toContain(secret);
    expect(await rita.overflow()).toBe(0);
    expect(await rita.findings()).toEqual([]);
  });

  it('lose no words of two who write at once', async () => {
    const [hers, theirs] = [part(mona, 'shared.title'), part(rita, 'shared.title')];
    await hers.getByRole('textbox').waitFor();
    await theirs.getByRole('textbox').fill('Rita was here');
    await theirs.getByText(rita.say(slice, 'notes.state.saved'), { exact: true }).waitFor();
    await hers.getByRole('textbox').fill('Mona auch');
    await hers.getByRole('alert').getByText('Rita was here').waitFor();
    expect(await hers.getByRole('textbox').inputValue()).toBe('Mona auch');
    await button(hers, mona, 'conflict.both').click();
    await hers.getByText(mona.say(slice, 'notes.state.saved'), { exact: true }).waitFor();
    const { oneOnOneMeeting } = await monaAsks.ask<{ oneOnOneMeeting: { sharedNote: string } }>(
      `query ($id: ID!) { oneOnOneMeeting(oneOnOneId: $id, number: 0) { sharedNote } }`,
      { id: address.split('/')[2] },
    );
    expect(oneOnOneMeeting.sharedNote).toBe('Rita was here\n\nMona auch');
  });

  it('are skipped with a reason; what is open comes up at the next one', async () => {
    await mona.page.getByRole('button', { name: mona.say('action', 'more') }).click();
    await mona.page.getByRole('menuitem', { name: mona.say(slice, 'skip.action') }).click();
    const dialog = mona.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Krank');
    await button(dialog, mona, 'skip.confirm').click();
    await mona.page.getByText('Krank').waitFor();
    await mona.page.getByRole('link', { name: mona.say(slice, 'steps.next') }).click();
    const agenda = part(mona, 'agenda.title');
    await agenda.getByText('Messe', { exact: true }).waitFor();
    expect(await agenda.getByText('Urlaub').count()).toBe(0);
    await agenda.getByText(mona.say(slice, 'carried')).waitFor();
    await part(mona, 'actions.title').getByText('Flyer bestellen').waitFor();
  });

  it('are found by their words, also by private ones, and only by their author', async () => {
    for (const [who, hits] of [
      [rita, 1],
      [mona, 0],
    ] as const) {
      await who.open('/one-on-ones');
      await who.page.getByRole('searchbox').fill('more money');
      await who.page
        .getByText(hits ? 'Ask for' : who.say(slice, 'search.none', { text: 'more money' }))
        .first()
        .waitFor();
      expect(await who.page.locator('mark').count()).toBe(hits);
    }
    await mona.open('/one-on-ones/cadence');
    await mona.page
      .getByText(mona.say(slice, 'cadence.two', { one: 'Mona', other: 'Rita' }))
      .first()
      .waitFor();
    expect(await mona.findings()).toEqual([]);
    await rita.open('/one-on-ones');
    await button(rita, rita, 'feed.link').click();
    await button(rita, rita, 'feed.make').click();
    const feed = await rita.page.getByRole('dialog').locator('code').innerText();
    const calendar = await fetch(laurel.url + new URL(feed).pathname);
    expect(await calendar.text()).toContain('SUMMARY:One-on-one with Mona');
    expect([mona.complaints, rita.complaints]).toEqual([[], []]);
  });
});
