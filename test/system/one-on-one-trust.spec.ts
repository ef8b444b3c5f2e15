import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { monday } from '../harness/one-on-one.js';
import { addPeople, addTeam, found, join, place } from '../harness/organization.js';

const [shared, secret, topic] = ['Both wrote this', 'canary-52ab Rita alone', 'To talk about'];

/** Mona leads Rita for some weeks, then Kim does. */
describe('what two people tell each other', () => {
  let laurel: Laurel;
  let admin: Browser;
  let mona: Browser;
  let rita: Browser;
  let kim: Browser;
  let ids: Record<string, string>;
  let team: string;
  let id: string;

  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Alder', 'ada@alder.example');
    team = await addTeam(admin, 'North');
    ids = await addPeople(admin, [
      { name: 'Mona', role: 'manager' },
      { name: 'Kim', role: 'manager' },
      { name: 'Rita', role: 'rep' },
      { name: 'Fay', role: 'finance', hr: true },
    ]);
    await place(admin, team, [ids.Mona!], { position: 'manager' });
    await place(admin, team, [ids.Rita!, ids.Kim!]);
    [mona, rita, kim] = (await Promise.all(
      ['Mona', 'Rita', 'Kim'].map((name) => join(laurel, admin, ids[name]!)),
    )) as [Browser, Browser, Browser];
    const input = { partnerId: ids.Rita, rhythm: 'weekly', anchor: monday(-3), time: '10:00' };
    const { startOneOnOne } = await mona.ask<{ startOneOnOne: { id: string } }>(
      `mutation ($input: OneOnOneInput!) { startOneOnOne(input: $input) { id } }`,
      { input },
    );
    ({ id } = startOneOnOne);
    const at = { oneOnOneId: id, number: 0 };
    await rita.ask(
      `mutation ($id: ID!, $topic: OneOnOneTopicInput!, $open: OneOnOneActionInput!, $done: OneOnOneActionInput!) {
         saveSharedNote(oneOnOneId: $id, number: 0, text: "${shared}", version: 0) { number }
         savePrivateNote(oneOnOneId: $id, number: 0, text: "${secret}") { number }
         later: saveSharedNote(oneOnOneId: $id, number: 5, text: "Of a later day", version: 0) { number }
         saveOneOnOneTopic(input: $topic) { number }
         open: saveOneOnOneAction(input: $open) { number } done: saveOneOnOneAction(input: $done) { number } }`,
      {
        id,
        topic: { ...at, text: topic },
        open: { ...at, text: 'Send the offer' },
        done: { ...at, text: 'Order flyers', done: true },
      },
    );
  }, 120_000);
  afterAll(() => laurel?.stop());

  const wishMood = async (browser: Browser, mood: boolean) => {
    const { saveOneOnOneMoodWish } = await browser.ask<{ saveOneOnOneMoodWish: object }>(
      `mutation ($id: ID!, $mood: Boolean!) { saveOneOnOneMoodWish(oneOnOneId: $id, mood: $mood) { moodWish mood } }`,
      { id, mood },
    );
    return saveOneOnOneMoodWish;
  };
  const tellMood = (browser: Browser, mood: number) =>
    browser.refusal(
      `mutation ($id: ID!, $mood: Int) { saveOneOnOneMood(oneOnOneId: $id, number: 0, mood: $mood) { number } }`,
      { id, mood },
    );
  const moodsFor = async (browser: Browser) => {
    const { data, errors } = await browser.send(
      `query ($id: ID!) { oneOnOneMeeting(oneOnOneId: $id, number: 0) { moods { mood member { id } } } }`,
      { id },
    );
    const read = data?.oneOnOneMeeting as { moods: { mood: number }[] } | undefined;
    return read?.moods.map(({ mood }) => mood).sort() ?? errors?.[0]?.extensions.code;
  };

  it('is the mood of the day once both like it, and nobody else ever sees it', async () => {
    expect(await wishMood(rita, true)).toEqual({ moodWish: true, mood: false });
    // What the one likes is not told to the other.
    expect(await mona.ask(`{ oneOnOnes { moodWish mood } }`)).toEqual({
      oneOnOnes: [{ moodWish: false, mood: false }],
    });
    expect(await tellMood(rita, 2)).toBe('MOOD_NOT_WANTED');
    expect(await wishMood(mona, true)).toEqual({ moodWish: true, mood: true });
    expect([await tellMood(rita, 2), await tellMood(mona, 5)]).toEqual([undefined, undefined]);
    expect(await tellMood(rita, 6)).toBe('BAD_VALUE');
    for (const browser of [rita, mona]) expect(await moodsFor(browser)).toEqual([2, 5]);
    for (const browser of [kim, admin]) expect(await moodsFor(browser)).toBe('NOT_FOUND');
    await wishMood(mona, false);
    for (const browser of [rita, mona]) expect(await moodsFor(browser)).toEqual([]);
    await wishMood(mona, true);
    expect(await moodsFor(rita)).toEqual([2]);
  });

  const show = (browser: Browser, readerId: string | undefined) =>
    browser.refusal(
      `mutation ($id: ID!, $readerId: ID!) { shareOneOnOne(oneOnOneId: $id, readerId: $readerId) { id } }`,
      { id, readerId },
    );
  const shownTo = async (browser: Browser) => {
    const { sharedOneOnOnes } = await browser.ask<{ sharedOneOnOnes: object[] }>(
      `{ sharedOneOnOnes { member { id } partner { id }
         notes { number day text } actions { text doneOn owner { id } } } }`,
    );
    return sharedOneOnOnes;
  };
  const share = async () => {
    const { oneOnOnes } = await rita.ask<{ oneOnOnes: object[] }>(
      `{ oneOnOnes { share { mine reader { id } } shareReaders { id } } }`,
    );
    return oneOnOnes[0];
  };
  const move = (name: string, position: string, from: string, teamId?: string) =>
    admin.ask(
      `mutation ($who: ID!, $teamId: ID, $from: Day!) {
         moveMember(memberId: $who, teamId: $teamId, position: ${position}, from: $from) { id } }`,
      { who: ids[name], teamId, from },
    );

  it('is shown to nobody while the two still belong together, whoever of them wants it', async () => {
    expect(await share()).toEqual({ share: null, shareReaders: [] });
    for (const browser of [rita, mona]) expect(await show(browser, ids.Kim)).toBe('FORBIDDEN');
    expect(await show(kim, ids.Kim)).toBe('NOT_FOUND');
  });

  it('is shown to a new manager if the employee wants it: notes and what is open, until taken back', async () => {
    await move('Mona', 'member', monday(-1));
    await move('Kim', 'manager', monday(-1), team);
    expect(await shownTo(kim)).toEqual([]);
    expect(await share()).toEqual({ share: null, shareReaders: [{ id: ids.Kim }] });
    expect(await show(rita, ids.Fay)).toBe('FORBIDDEN');
    // The former manager decides nothing of it.
    expect(await show(mona, ids.Kim)).toBe('FORBIDDEN');
    expect(await show(rita, ids.Kim)).toBeUndefined();
    expect(await shownTo(kim)).toEqual([
      {
        member: { id: ids.Rita },
        partner: { id: ids.Mona },
        notes: [{ number: 0, day: monday(-3), text: shared }],
        actions: [{ text: 'Send the offer', doneOn: null, owner: { id: ids.Rita } }],
      },
    ]);
    // Nothing else opens with it, and to nobody else.
    expect(await moodsFor(kim)).toBe('NOT_FOUND');
    for (const browser of [admin, mona, rita]) expect(await shownTo(browser)).toEqual([]);
    expect(await share()).toMatchObject({ share: { mine: true, reader: { id: ids.Kim } } });
    await mona.ask(`mutation ($id: ID!) { unshareOneOnOne(oneOnOneId: $id) { id } }`, { id });
    expect(await shownTo(kim)).toHaveLength(1);
    await rita.ask(`mutation ($id: ID!) { unshareOneOnOne(oneOnOneId: $id) { id } }`, { id });
    expect([await shownTo(kim), await share()]).toMatchObject([[], { share: null }]);
  });

  it('is shown no longer to whoever leads the employee no more', async () => {
    await show(rita, ids.Kim);
    expect(await shownTo(kim)).toHaveLength(1);
    await move('Kim', 'member', monday(0));
    expect([await shownTo(kim), await share()]).toMatchObject([[], { share: null }]);
  });
});
