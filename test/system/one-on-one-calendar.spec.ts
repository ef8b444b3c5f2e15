import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { seededRandom } from '../harness/random.js';
import { MailSink, type Taken } from '../harness/mail-sink.js';
import { day, until, viewerOf } from '../harness/one-on-one.js';
import { addPeople, addressOf, found, join } from '../harness/organization.js';

const words = 'canary-77b1 what we talk about';

describe('one-on-ones in calendars and mails', () => {
  let laurel: Laurel;
  let sink: MailSink;
  let mails: Taken[];
  let admin: Browser;
  let ids: Record<string, string>;
  let mona: Browser;
  let rita: Browser;
  let id: string;

  beforeAll(async () => {
    sink = new MailSink(seededRandom(), 0);
    mails = sink.taken;
    laurel = await startLaurel({ SMTP_URL: await sink.listen() });
    admin = await found(laurel, 'Alder', 'ada@alder.example');
    ids = await addPeople(admin, [
      { name: 'Mona', role: 'manager' },
      { name: 'Rita', role: 'rep' },
      { name: 'Kim', role: 'rep' },
    ]);
    [mona, rita] = [await join(laurel, admin, ids.Mona!), await join(laurel, admin, ids.Rita!)];
    await rita.ask(`mutation { setLocale(locale: "de") { id } }`);
    const { startOneOnOne } = await mona.ask<{ startOneOnOne: { id: string } }>(
      `mutation ($input: OneOnOneInput!) { startOneOnOne(input: $input) { id } }`,
      {
        input: {
          partnerId: ids.Rita,
          rhythm: 'weekly',
          anchor: day(3),
          time: '10:00',
          timeZone: 'Europe/Berlin',
        },
      },
    );
    ({ id } = startOneOnOne);
    const at = { oneOnOneId: id, number: 0 };
    await mona.ask(
      `mutation ($id: ID!, $text: String!, $topic: OneOnOneTopicInput!) {
         saveSharedNote(oneOnOneId: $id, number: 0, text: $text, version: 0) { number }
         savePrivateNote(oneOnOneId: $id, number: 0, text: $text) { number }
         saveOneOnOneTopic(input: $topic) { number } }`,
      { id, text: words, topic: { ...at, text: words } },
    );
    mails.length = 0;
  }, 120_000);
  afterAll(async () => {
    await laurel?.stop();
    await sink?.close();
  });

  const change = (browser: Browser, input: object) => browser.ask(changing, { input });
  const renew = async (browser: Browser) => {
    const { renewCalendarFeed } = await browser.ask<{ renewCalendarFeed: string }>(
      `mutation { renewCalendarFeed }`,
    );
    return laurel.url + new URL(renewCalendarFeed).pathname;
  };
  const save = (input: object) =>
    mona.ask(
      `mutation ($input: OneOnOneMeetingInput!) { saveOneOnOneMeeting(input: $input) { day } }`,
      { input: { oneOnOneId: id, ...input } },
    );
  const compact = (of: string) => of.replaceAll('-', '');

  it('are followed under a secret address by plain HTTP, moved and skipped ones as they are', async () => {
    const address = await renew(rita);
    await save({ number: 1, day: day(11), time: '15:30' });
    await save({ number: 2, status: 'skipped', skipNote: words });
    const response = await fetch(address);
    const text = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(text).toContain('SUMMARY:Gespräch mit Mona');
    expect(text).toContain(`DTSTART;TZID=Europe/Berlin:${compact(day(3))}T100000`);
    expect(text).toContain(`RECURRENCE-ID;TZID=Europe/Berlin:${compact(day(10))}T100000`);
    expect(text).toContain(`DTSTART;TZID=Europe/Berlin:${compact(day(11))}T153000`);
    expect(text).toContain(`EXDATE;TZID=Europe/Berlin:${compact(day(17))}T100000`);
    expect(text).not.toContain('canary');
  });

  it('are followed no longer once the address is renewed or ended, or its owner has left', async () => {
    const status = async (address: string) => (await fetch(address)).status;
    const first = await renew(mona);
    const second = await renew(mona);
    expect([await status(first), await status(second)]).toEqual([404, 200]);
    const feed = () => mona.ask(`{ calendarFeed { createdAt } }`);
    expect(await feed()).toEqual({ calendarFeed: { createdAt: expect.any(String) } });
    await mona.ask(`mutation { revokeCalendarFeed }`);
    expect([await status(second), await feed()]).toEqual([404, { calendarFeed: null }]);
    const third = await renew(await join(laurel, admin, ids.Kim!));
    const leave = (leftOn: string | null) =>
      admin.ask(`mutation ($input: MemberInput!) { saveMember(input: $input) { id } }`, {
        input: { id: ids.Kim, name: 'Kim', email: addressOf('Kim'), role: 'rep', leftOn },
      });
    await leave(day(-1));
    expect(await status(third)).toBe(404);
    await leave(null);
    expect(await status(third)).toBe(200);
  });

  it('are a file for the two, and for nobody else', async () => {
    const ask = `query ($id: ID!) { oneOnOneInvitation(oneOnOneId: $id) }`;
    const { oneOnOneInvitation } = await mona.ask<{ oneOnOneInvitation: string }>(ask, { id });
    expect(oneOnOneInvitation).toContain('SUMMARY:One-on-one with Rita');
    expect(oneOnOneInvitation).not.toContain('canary');
    expect((await admin.send(ask, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  const planned = () =>
    laurel.sql<{ name: string; number: number; day: string; local: string }>(
      `select name, (data ->> 'number')::int as number, data ->> 'day' as day,
         to_char(due_at at time zone 'Europe/Berlin', 'YYYY-MM-DD HH24:MI') as local
       from outbox join member on member.id = (data ->> 'memberId')::uuid
       where job = 'oneOnOne.remind' order by name`,
    );
  const wish = (browser: Browser, reminder: string) =>
    browser.ask(
      `mutation ($id: ID!) { saveOneOnOneReminder(oneOnOneId: $id, reminder: ${reminder}) { reminder } }`,
      { id },
    );
  const letDue = () => laurel.sql(`update outbox set due_at = now() where job = 'oneOnOne.remind'`);

  it('remind each of the two as they wish, once, and follow a meeting that is moved', async () => {
    mails.length = 0;
    await wish(rita, 'morning');
    expect(await planned()).toEqual([
      { name: 'Mona', number: 0, day: day(3), local: `${day(2)} 16:00` },
      { name: 'Rita', number: 0, day: day(3), local: `${day(3)} 07:00` },
    ]);
    await save({ number: 0, day: day(4), time: '06:30' });
    expect((await planned()).map(({ local }) => local)).toEqual([
      `${day(3)} 16:00`,
      `${day(4)} 05:30`,
    ]);
    await letDue();
    await until(() => mails.length >= 2);
    await until(async () => (await planned()).every(({ number }) => number === 1));
    const mailTo = (name: string) => mails.filter(({ to }) => to === addressOf(name));
    expect([mailTo('Mona').length, mailTo('Rita').length, mails.length]).toEqual([1, 1, 2]);
    expect(mailTo('Mona')[0]!.text).toContain(`/one-on-ones/${id}/0`);
    expect(mailTo('Rita')[0]!.text).toContain(`dein Gespräch mit Mona`);
    expect(mails.filter(({ subject, text }) => `${subject}${text}`.includes('canary'))).toEqual([]);
  });

  it('take another rhythm, time and zone from the next meeting on; what was stays, and both are told', async () => {
    const ada = await viewerOf(admin);
    const { startOneOnOne } = await mona.ask<{ startOneOnOne: { id: string } }>(
      `mutation ($input: OneOnOneInput!) { startOneOnOne(input: $input) { id } }`,
      { input: { ...weekly, partnerId: ada, anchor: day(-20) } },
    );
    const series = startOneOnOne.id;
    const write = (input: object) => save({ ...input, oneOnOneId: series });
    await write({ number: 0, status: 'held' });
    await write({ number: 3, day: day(2), time: '11:00' });
    await write({ number: 4, status: 'skipped', skipNote: words });
    await mona.ask(
      `mutation ($id: ID!, $text: String!, $topic: OneOnOneTopicInput!) {
         saveSharedNote(oneOnOneId: $id, number: 3, text: $text, version: 0) { number }
         saveOneOnOneTopic(input: $topic) { number } }`,
      { id: series, text: words, topic: { oneOnOneId: series, number: 3, text: words } },
    );
    mails.length = 0;
    await change(mona, { ...twoWeekly, oneOnOneId: series });
    const { oneOnOnes } = await admin.ask<{ oneOnOnes: { id: string }[] }>(
      `{ oneOnOnes { id first anchor nextNumber nextDay cadence { due kept missed } meetings { day } } }`,
    );
    expect(oneOnOnes.find((one) => one.id === series)).toMatchObject({
      first: 3,
      anchor: day(5),
      nextNumber: 3,
      nextDay: day(5),
      cadence: {
        due: 3,
        kept: 1,
        missed: 2,
      },
      meetings: [-20, -13, -6, 5, 19].map((offset) => ({ day: day(offset) })),
    });
    const read = async (number: number) => {
      const { oneOnOneMeeting } = await admin.ask<{ oneOnOneMeeting: object }>(
        `query ($id: ID!, $number: Int!) { oneOnOneMeeting(oneOnOneId: $id, number: $number) {
           day time timeZone plannedDay status skipNote sharedNote topics { text } } }`,
        { id: series, number },
      );
      return oneOnOneMeeting;
    };
    const overseas = { time: '14:00', timeZone: 'America/New_York', status: 'planned' };
    expect(await read(2)).toMatchObject({
      day: day(-6),
      time: '10:00',
      timeZone: 'Europe/Berlin',
    });
    expect(await read(3)).toMatchObject({
      ...overseas,
      day: day(5),
      sharedNote: words,
      topics: [{ text: words }],
    });
    expect(await read(4)).toMatchObject({ ...overseas, day: day(19), skipNote: null });
    const text = await (await fetch(await renew(admin))).text();
    const events = text.split('BEGIN:VEVENT').slice(1);
    expect(events).toHaveLength(2);
    expect(events[0]).toContain(`DTSTART;TZID=Europe/Berlin:${compact(day(-20))}T100000`);
    expect(events[0]).toContain('COUNT=3');
    expect(events[1]).toContain(`DTSTART;TZID=America/New_York:${compact(day(5))}T140000`);
    await until(() => mails.length >= 2);
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [addressOf('Mona'), 'ada@alder.example'].sort(),
    );
    for (const { subject, text: told } of mails) {
      expect(subject).toContain(`every two weeks from ${day(5)}`);
      expect(told).toContain(`/one-on-ones/${series}/3`);
      expect(subject + told).not.toContain('canary');
    }
    const due = await laurel.sql<{ number: number; local: string }>(
      `select (data ->> 'number')::int as number, to_char(due_at at time zone 'America/New_York', 'YYYY-MM-DD HH24:MI') as local
       from outbox where job = 'oneOnOne.remind' and data ->> 'oneOnOneId' = $1`,
      [series],
    );
    const reminder = { number: 3, local: `${day(4)} 16:00` };
    expect(due).toEqual([reminder, reminder]);
    // Changed again before it began: there is one past rhythm and not two.
    await change(admin, { ...twoWeekly, oneOnOneId: series, anchor: day(6) });
    expect((await (await fetch(await renew(admin))).text()).split('BEGIN:VEVENT')).toHaveLength(3);
    const refused = (browser: Browser, anchor: string) =>
      browser.send(changing, { input: { ...twoWeekly, oneOnOneId: series, anchor } });
    expect((await refused(mona, day(-1))).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_VALUE',
      field: 'anchor',
    });
    expect((await refused(rita, day(7))).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await mona.ask(`mutation ($id: ID!) { endOneOnOne(id: $id) { id } }`, { id: series });
  });

  it('remind nobody of what was skipped meanwhile, or who does not want it', async () => {
    // It was reminded of before its time, and would be again in its time.
    await save({ number: 0, status: 'held' });
    mails.length = 0;
    await wish(rita, 'none');
    expect(await planned()).toMatchObject([{ name: 'Mona', number: 1 }]);
    // Due already when the meeting is skipped.
    await laurel.killWorker();
    await letDue();
    await save({ number: 1, status: 'skipped', skipNote: words });
    laurel.startWorker();
    await until(async () => (await planned()).every(({ number }) => number === 3));
    await mona.ask(`mutation ($id: ID!) { endOneOnOne(id: $id) { id } }`, { id });
    expect(await planned()).toEqual([]);
    expect(mails).toEqual([]);
  });
});

const changing = `mutation ($input: OneOnOneRhythmInput!) { changeOneOnOneRhythm(input: $input) { id } }`;
const weekly = { rhythm: 'weekly', time: '10:00', timeZone: 'Europe/Berlin' };
const twoWeekly = {
  rhythm: 'twoWeekly',
  anchor: day(5),
  time: '14:00',
  minutes: 45,
  timeZone: 'America/New_York',
};
