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
import { eventually } from '../harness/eventually.js';
import { openChromium, phone, Visitor } from './stage.js';

const slice = 'one-on-one';
const secret = 'Ask for more money in spring';

/** Mona leads Rita; Mona works in German, Rita in English on a phone. */
describe('one-on-ones', () => {
  let laurel: Laurel;
  let chromium: Chromium;
  let mona: Visitor;
  let rita: Visitor;
  let kim: Visitor;
  let monaAsks: Browser;
  let admin: Browser;
  let team: string;
  let ids: Record<string, string>;
  let address: string;

  beforeAll(async () => {
    [laurel, chromium] = [await startLaurel(), await openChromium()];
    admin = await found(laurel, 'Alder', 'ada@alder.example');
    team = await addTeam(admin, 'North');
    ids = await addPeople(admin, [
      { name: 'Mona', role: 'manager' },
      { name: 'Kim', role: 'manager' },
      { name: 'Rita', role: 'rep' },
    ]);
    await place(admin, team, [ids.Mona!], { position: 'manager' });
    await place(admin, team, [ids.Rita!]);
    monaAsks = await join(laurel, admin, ids.Mona!);
    await join(laurel, admin, ids.Rita!);
    await join(laurel, admin, ids.Kim!);
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

  it('take another rhythm and time for all meetings to come', async () => {
    await rita.open(address.replace(/0$/, '1'));
    await rita.page
      .locator('main')
      .getByRole('button', { name: rita.say('action', 'more') })
      .click();
    await rita.page.getByRole('menuitem', { name: rita.say(slice, 'change.action') }).click();
    const dialog = rita.page.getByRole('dialog');
    await dialog.getByText(rita.say(slice, 'rhythm.monthly')).click();
    await dialog.getByRole('textbox', { name: rita.say(slice, 'start.time') }).fill('14:00');
    expect([await rita.findings(), await rita.overflow()]).toEqual([[], 0]);
    await button(dialog, rita, 'change.save').click();
    await dialog.waitFor({ state: 'hidden' });
    await rita.page.getByRole('time').filter({ hasText: '14:00' }).first().waitFor();
    const asked = await monaAsks.ask<{ oneOnOnes: object[] }>(`{ oneOnOnes { rhythm time } }`);
    expect(asked.oneOnOnes).toEqual([{ rhythm: 'monthly', time: '14:00' }]);
  });

  it('have a mood of the day once both like it', async () => {
    for (const who of [rita, mona]) {
      await who.open(address);
      await part(who, 'mood.title').getByRole('switch').click();
    }
    await part(mona, 'mood.title').getByRole('radio').nth(3).click();
    await part(mona, 'mood.title').getByRole('radio', { checked: true }).waitFor();
    await rita.open(address);
    const told = part(rita, 'mood.title');
    const good = rita.say(slice, 'mood.scale.4');
    await told.getByText(rita.say(slice, 'mood.theirs', { name: 'Mona', mood: good })).waitFor();
    await told.getByRole('radio').nth(1).click();
    await button(told, rita, 'mood.takeBack').waitFor();
    expect([await rita.findings(), await rita.overflow()]).toEqual([[], 0]);
    expect(await mona.findings()).toEqual([]);
    await button(told, rita, 'mood.stop').click();
    await told.getByRole('switch').waitFor();
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
  });

  it('are shown to a new manager if the employee wants it, and no private note with them', async () => {
    const from = new Date().toISOString().slice(0, 10);
    // The two have met for some weeks.
    await laurel.sql(
      `update one_on_one set past = jsonb_set(past, '{0,anchor}', to_jsonb((current_date - 28)::text))`,
    );
    await admin.ask(
      `mutation ($mona: ID!, $kim: ID!, $team: ID!, $from: Day!) {
         one: moveMember(memberId: $mona, position: member, from: $from) { id }
         two: moveMember(memberId: $kim, teamId: $team, position: manager, from: $from) { id } }`,
      { mona: ids.Mona, kim: ids.Kim, team, from },
    );
    kim = await Visitor.at(chromium, laurel.url, { language: 'de' });
    await kim.signIn(addressOf('Kim'), password);
    await kim.open('/one-on-ones');
    await kim.page.getByText(kim.say(slice, 'none.title')).waitFor();
    expect(await kim.page.getByText('Rita').count()).toBe(0);
    await rita.open(address);
    const offer = part(rita, 'share.title');
    await offer.getByRole('button').click();
    const dialog = rita.page.getByRole('dialog');
    expect([await rita.findings(), await rita.overflow()]).toEqual([[], 0]);
    await button(dialog, rita, 'share.doIt').click();
    await button(offer, rita, 'share.revoke').waitFor();
    await kim.open('/one-on-ones');
    const shown = part(kim, 'share.shown');
    await shown.getByRole('button').click();
    await shown.getByText('Rita was here').waitFor();
    await shown.getByText('Flyer bestellen').waitFor();
    expect(await kim.page.content()).not.toContain(secret);
    expect(await kim.page.content()).not.toContain('Urlaub');
    expect(await kim.findings()).toEqual([]);
    await button(offer, rita, 'share.revoke').click();
    await offer.getByText(rita.say(slice, 'share.lead', { name: 'Mona' })).waitFor();
    await kim.open('/one-on-ones');
    await kim.page.getByText(kim.say(slice, 'none.title')).waitFor();
    expect(await shown.count()).toBe(0);
    expect([mona.complaints, rita.complaints, kim.complaints]).toEqual([[], [], []]);
  });
});
