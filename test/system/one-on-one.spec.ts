import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { castPeriod, foundCast, type Cast } from '../harness/cast.js';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { seededRandom } from '../harness/random.js';
import { MailSink } from '../harness/mail-sink.js';
import { asInput, readMeeting, sinceThreeWeeks, type MeetingRead } from '../harness/one-on-one.js';
import { addressOf, join } from '../harness/organization.js';
import { committedSchema, operationFor, rootFields } from '../harness/schema.js';
import { tellingArguments } from '../harness/walk.js';
import { filesWith, inClear, plainDump, seenRows, watchRows } from '../harness/watch.js';

const canary = 'canary-41d7 nobody reads this';
const shared = 'canary-9c20 both read this';
const schema = committedSchema();
const logFile = path.join(os.tmpdir(), `laurel-one-on-one-${process.pid}.log`);

describe('one-on-ones of a running server', () => {
  let laurel: Laurel;
  let sink: MailSink;
  let cast: Cast;
  let chief: Browser;
  let rep: Browser;
  let manager: Browser;
  let id: string;

  beforeAll(async () => {
    sink = new MailSink(seededRandom(), 0);
    laurel = await startLaurel(
      {
        NOTE_KEY: 'a secret that no database ever sees',
        SMTP_URL: await sink.listen(),
        LOG_LEVEL: 'trace',
      },
      logFile,
    );
    await watchRows(laurel, canary);
    cast = await foundCast(laurel, 'Alder', 100_000n);
    ({ rep, manager } = cast.browsers);
    chief = await join(laurel, cast.browsers.admin, cast.people.chief!);
    ({ id } = (await start(manager, cast.people.rep!)).startOneOnOne);
    await note(rep, 'savePrivateNote', canary);
  }, 120_000);
  afterAll(async () => {
    await laurel?.stop();
    await sink?.close();
    fs.rmSync(logFile, { force: true });
  });

  const start = (browser: Browser, partnerId: string) =>
    browser.ask<{ startOneOnOne: { id: string } }>(
      `mutation ($input: OneOnOneInput!) { startOneOnOne(input: $input) { id } }`,
      { input: { partnerId, rhythm: 'weekly', anchor: sinceThreeWeeks(0), time: '10:00' } },
    );
  const note = (browser: Browser, mutation: 'savePrivateNote', text: string) =>
    browser.ask(
      `mutation ($id: ID!, $text: String!) { ${mutation}(oneOnOneId: $id, number: 0, text: $text) { number } }`,
      { id, text },
    );
  const saveShared = (browser: Browser, text: string, version: number) =>
    browser.send(
      `mutation ($id: ID!, $text: String!, $version: Int!) {
         saveSharedNote(oneOnOneId: $id, number: 0, text: $text, version: $version) { sharedNote version } }`,
      { id, text, version },
    );
  const meeting = (browser: Browser, number = 0) => readMeeting(browser, id, number);
  const save = <T = MeetingRead>(browser: Browser, kind: string, input: object) =>
    browser.ask<Record<string, T>>(
      `mutation ($input: OneOnOne${kind}Input!) { saveOneOnOne${kind}(input: $input) { number } }`,
      { input: { oneOnOneId: id, ...input } },
    );

  it('share agenda, notes and actions; what is open follows into the next meeting', async () => {
    await save(rep, 'Topic', { number: 0, text: 'Leads from the fair' });
    await save(manager, 'Topic', { number: 0, text: 'Holiday' });
    await save(manager, 'Action', { number: 0, text: 'Order flyers', ownerId: cast.people.rep });
    const first = await meeting(rep);
    expect(first.topics.map(({ text }) => text).sort()).toEqual(['Holiday', 'Leads from the fair']);
    expect(await meeting(manager)).toEqual({ ...first, privateNote: '' });
    const holiday = first.topics.find(({ text }) => text === 'Holiday')!;
    await save(rep, 'Topic', { ...asInput(holiday), number: 0, settled: true });
    const second = await meeting(manager, 1);
    expect(second.topics.map(({ text }) => text)).toEqual(['Leads from the fair']);
    expect(second.actions.map(({ text }) => text)).toEqual(['Order flyers']);
    const action = { id: second.actions[0]!.id, text: 'Order flyers', ownerId: cast.people.rep };
    await save(rep, 'Action', { ...action, number: 1, done: true });
    expect((await meeting(rep, 2)).actions).toEqual([]);
    expect((await meeting(rep)).actions[0]!.doneOn).not.toBeNull();
  });

  it('keep the topics in the order the two gave them, and forget what is removed', async () => {
    const edit = (browser: Browser, mutation: string, id_: string, place = '') =>
      browser.ask(
        `mutation ($series: ID!, $id: ID!) { ${mutation}(oneOnOneId: $series, number: 1, id: $id ${place}) { number } }`,
        { series: id, id: id_ },
      );
    const order = async () => (await meeting(rep, 1)).topics.map(({ text }) => text);
    for (const text of ['B', 'C']) await save(rep, 'Topic', { number: 1, text });
    const c = (await meeting(rep, 1)).topics.find(({ text }) => text === 'C')!;
    await edit(manager, 'moveOneOnOneTopic', c.id, 'place: 0');
    expect(await order()).toEqual(['C', 'Leads from the fair', 'B']);
    await edit(rep, 'moveOneOnOneTopic', c.id, 'place: 1');
    expect(await order()).toEqual(['Leads from the fair', 'C', 'B']);
    for (const topic of (await meeting(rep, 1)).topics.slice(1))
      await edit(rep, 'removeOneOnOneTopic', topic.id);
    expect(await order()).toEqual(['Leads from the fair']);
    const { oneOnOnes } = await rep.ask<{ oneOnOnes: { id: string }[] }>(
      `{ oneOnOnes { id nextNumber meetings { number day status } cadence { due missed } } }`,
    );
    expect(oneOnOnes.find((one) => one.id === id)).toMatchObject({
      meetings: [0, 1, 2]
        .map((number) => ({ number, day: sinceThreeWeeks(number), status: 'planned' }))
        .concat({
          number: expect.any(Number),
          day: expect.any(String),
          status: 'planned',
        }),
    });
  });

  it('lose no words of two who write at once', async () => {
    expect((await saveShared(rep, shared, 0)).errors).toBeUndefined();
    const { errors } = await saveShared(manager, 'mine', 0);
    expect(errors?.[0]?.extensions.code).toBe('CHANGED_MEANWHILE');
    expect(await meeting(manager)).toMatchObject({ sharedNote: shared, version: 1 });
    expect((await saveShared(manager, `${shared}, mine`, 1)).errors).toBeUndefined();
  });

  it('tell nobody else that there is such a series', async () => {
    const asks = [chief, cast.browsers.admin, cast.browsers.finance].map((browser) =>
      browser.send(
        `query ($id: ID!) { oneOnOneMeeting(oneOnOneId: $id, number: 0) { sharedNote } }`,
        { id },
      ),
    );
    for (const { data, errors } of await Promise.all(asks))
      expect([data, errors?.[0]?.extensions.code]).toEqual([null, 'NOT_FOUND']);
    const twice = await manager.send(
      `mutation ($input: OneOnOneInput!) { startOneOnOne(input: $input) { id } }`,
      {
        input: {
          partnerId: cast.people.rep,
          rhythm: 'monthly',
          anchor: '2026-01-31',
          time: '10:00',
        },
      },
    );
    expect(twice.errors?.[0]?.extensions.code).toBe('SERIES_EXISTS');
  });

  it('count kept, skipped and missed for those above, without a word', async () => {
    await save(rep, 'Meeting', { number: 0, status: 'held' });
    await save(rep, 'Meeting', { number: 1, status: 'skipped', skipNote: shared });
    const cadence = async (browser: Browser) => {
      const text = await browser.text(
        `{ oneOnOneCadence { member { id } partner { id } due kept skipped missed streak } }`,
      );
      expect(text).not.toContain('canary');
      return (JSON.parse(text) as { data: { oneOnOneCadence: object[] } }).data.oneOnOneCadence;
    };
    const kept = { due: 2, kept: 1, skipped: 1, missed: 1, streak: 0 };
    expect(await cadence(manager)).toContainEqual(expect.objectContaining(kept));
    expect(await cadence(chief)).toEqual([]);
    const unexplained = await rep.send(
      `mutation ($input: OneOnOneMeetingInput!) { saveOneOnOneMeeting(input: $input) { day } }`,
      { input: { oneOnOneId: id, number: 2, status: 'skipped' } },
    );
    expect(unexplained.errors?.[0]?.extensions).toMatchObject({ field: 'skipNote' });
    await save(rep, 'Meeting', { number: 1, status: 'planned' });
    expect(await meeting(rep, 1)).toMatchObject({ status: 'planned', skipNote: null });
  });

  it('are searched by their own two; private notes by their author', async () => {
    const find = (browser: Browser, text: string) =>
      browser.text(`query ($text: String!) { searchOneOnOnes(text: $text) { number kind text } }`, {
        text,
      });
    expect(await find(rep, 'CANARY-41d7')).toContain(canary);
    expect(await find(manager, 'canary-9c20')).toContain(shared);
    expect(await find(manager, 'canary-41d7')).toContain('"searchOneOnOnes":[]');
    expect(await find(cast.browsers.admin, 'canary')).toContain('"searchOneOnOnes":[]');
  });

  it('show a private note to its author, and in no answer to anybody else', async () => {
    expect((await meeting(rep)).privateNote).toBe(canary);
    const ids = { ...cast.ids, oneOnOne: id };
    const others = { ...cast.browsers, chief, anonymous: laurel.browser() };
    const told: string[] = [];
    for (const [name, browser] of Object.entries(others))
      for (const root of rootFields(schema)) {
        if (name === 'rep' || root.operation !== 'query') continue;
        const args = tellingArguments(root, { ...cast, ids });
        const text = await browser.text(operationFor(root, args, new Set()), args);
        if (text.includes('canary-41d7')) told.push(`${root.coordinate} as ${name}`);
      }
    expect(told).toEqual([]);
  });

  it('leave a private note in no row, job, audit entry, dump or file of the database in clear', async () => {
    const rows = await plainDump(laurel);
    expect(rows.filter((row) => inClear(canary).some((text) => row.includes(text)))).toEqual([]);
    expect(rows.filter((row) => row.startsWith('private_note'))).not.toEqual([]);
    // What both wrote stands in no entry of the audit trail either.
    expect(rows.filter((row) => /^(audit|outbox)/.test(row) && row.includes('canary'))).toEqual([]);
    expect(await seenRows(laurel)).toEqual([]);
    expect(await filesWith(laurel, canary)).toEqual([]);
    expect(await filesWith(laurel, shared)).not.toEqual([]);
  });

  it('leave a private note in no mail, no exported file and no line that server or worker print', async () => {
    await laurel.sql(`update outbox set due_at = now() where job = 'oneOnOne.remind'`);
    const reminded = () =>
      sink.taken.filter(({ text }) => text.includes(`/one-on-ones/${id}`)).length;
    for (let left = 200; reminded() < 2 && left > 0; left--)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reminded()).toBe(2);
    const files = [
      `/exports/commission.csv?period=${castPeriod}`,
      `/imports/${cast.ids.import}/rejections.csv`,
    ];
    const told = [
      ...sink.taken.map((mail) => mail.subject + mail.text),
      fs.readFileSync(logFile, 'utf8'),
    ];
    for (const browser of Object.values(cast.browsers))
      for (const file of files) told.push(await (await browser.fetch(file)).text());
    const forms = ['canary-41d7', ...inClear(canary)];
    expect(told.filter((text) => forms.some((form) => text.includes(form)))).toEqual([]);
    expect(fs.statSync(logFile).size).toBeGreaterThan(0);
  });

  it('keep what was sealed for one place from being read in another', async () => {
    await laurel.sql(
      `update private_note set number = 7 where author_id = $1 and one_on_one_id = $2`,
      [cast.people.rep, id],
    );
    const { errors } = await rep.send(
      `query ($id: ID!) { oneOnOneMeeting(oneOnOneId: $id, number: 0) { privateNote } }`,
      { id },
    );
    expect(errors?.[0]?.extensions.code).toBe('NOTES_LOCKED');
    await laurel.sql(
      `update private_note set number = 0 where author_id = $1 and one_on_one_id = $2`,
      [cast.people.rep, id],
    );
  });

  it('end when one of the two leaves; who leads them next has nothing of it', async () => {
    const { admin } = cast.browsers;
    await admin.ask(
      `mutation ($team: ID!, $chief: ID!, $old: ID!) {
         one: moveMember(memberId: $old, position: member, from: "2026-01-01") { id }
         two: moveMember(memberId: $chief, teamId: $team, position: manager, from: "2026-01-01") { id } }`,
      { team: cast.ids.team, chief: cast.people.chief, old: cast.people.manager },
    );
    expect(await chief.text(`{ oneOnOnes { id } }`)).toContain('"oneOnOnes":[]');
    await admin.ask(`mutation ($input: MemberInput!) { saveMember(input: $input) { id } }`, {
      input: {
        id: cast.people.manager,
        name: 'Alder manager',
        email: addressOf('Alder manager'),
        role: 'manager',
        leftOn: '2026-06-01',
      },
    });
    const { oneOnOnes } = await rep.ask<{ oneOnOnes: object[] }>(
      `{ oneOnOnes { id endedOn nextNumber } }`,
    );
    expect(oneOnOnes).toContainEqual({ id, endedOn: '2026-06-01', nextNumber: null });
    expect((await saveShared(rep, 'more', 2)).errors?.[0]?.extensions.code).toBe('SERIES_ENDED');
    expect((await meeting(rep)).privateNote).toBe(canary);
  });
});
