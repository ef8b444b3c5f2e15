import { createHash, randomBytes } from 'node:crypto';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, addTeam, found, join, place } from '../harness/organization.js';
import {
  answer,
  openWave,
  reportQuery,
  secret,
  waveClosed,
  type Form,
  type Report,
} from '../harness/survey.js';

const people = (team: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `${team} ${i}`, role: 'rep' as const }));

/** North: ten and a lead. South: six and a lead. West: two, and so too few for figures of their own. */
describe('a survey', () => {
  let laurel: Laurel;
  let admin: Browser;
  const ids: Record<string, string> = {};
  const teams: Record<string, string> = {};
  let hr: Browser;
  let north: Browser;
  let rep: Browser;
  let questions: { id: string; key: string; kind: string }[];
  let surveyId: string;
  let waveId: string;

  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Alder', 'ada@alder.example');
    teams.all = await addTeam(admin, 'Company');
    for (const [name, size] of Object.entries({ North: 10, South: 6, West: 2 })) {
      teams[name] = await addTeam(admin, name, teams.all);
      const members = await addPeople(admin, people(name, size));
      await place(admin, teams[name], Object.values(members));
      Object.assign(ids, members);
      const lead = await addPeople(admin, [{ name: `${name} lead`, role: 'manager' }]);
      await place(admin, teams[name], Object.values(lead), { position: 'manager' });
      Object.assign(ids, lead);
    }
    Object.assign(ids, await addPeople(admin, [{ name: 'Hanna', role: 'rep' }]));
    await admin.ask(`mutation ($input: MemberInput!) { saveMember(input: $input) { id hr } }`, {
      input: { id: ids.Hanna, name: 'Hanna', email: 'hanna@example.com', role: 'rep', hr: true },
    });
    [hr, north, rep] = [
      await join(laurel, admin, ids.Hanna!),
      await join(laurel, admin, ids['North lead']!),
      await join(laurel, admin, ids['North 0']!),
    ];
    questions = (
      await hr.ask<{ surveyQuestions: typeof questions }>(`{ surveyQuestions { id key kind } }`)
    ).surveyQuestions;
  }, 120_000);
  afterAll(() => laurel?.stop());

  const idOf = (key: string) => questions.find((question) => question.key === key)!.id;
  const report = async (browser: Browser, id = waveId) =>
    (await browser.ask<{ surveyReport: Report }>(reportQuery, { id })).surveyReport;

  const resultsOf = async (browser: Browser) =>
    (
      await browser.ask<{ surveyResults: { id: string }[] }>(`{ surveyResults { id } }`)
    ).surveyResults.map(({ id }) => id);

  it('is made by those who may, for those they may ask', async () => {
    const input = {
      name: 'Pulse',
      cadence: 'weekly',
      anchor: '2024-01-01',
      questionIds: ['enps', 'team.trust', 'leadership.goals', 'voice.change'].map(idOf),
    };
    const save = `mutation ($input: SurveyInput!) { saveSurvey(input: $input) { id status } }`;
    for (const browser of [admin, rep])
      expect(await browser.refusal(save, { input })).toBe('FORBIDDEN');
    expect(await north.refusal(save, { input })).toBe('FORBIDDEN');
    expect(
      await north.refusal(save, { input: { ...input, audience: { teamIds: [teams.South] } } }),
    ).toBe('FORBIDDEN');
    for (const wrong of [
      { scoreThreshold: 2 },
      { scoreThreshold: 5, commentThreshold: 9 },
      { questionCount: 11 },
      { audience: { team: 'North' } },
      { questionIds: [] },
    ])
      expect(await hr.refusal(save, { input: { ...input, ...wrong } })).toBe('BAD_VALUE');
    const audience = { teamIds: [teams.North] };
    const mine = await north.ask<{ saveSurvey: { id: string } }>(save, {
      input: { ...input, audience },
    });
    expect(mine.saveSurvey.id).toBeTruthy();
    const { saveSurvey } = await hr.ask<{ saveSurvey: { id: string } }>(save, { input });
    surveyId = saveSurvey.id;
  });

  it('sends a wave by the worker, once started, to everybody it asks', async () => {
    waveId = await openWave(laurel, hr, surveyId);
    const { mySurveys } = await rep.ask<{ mySurveys: Form[] }>(
      `{ mySurveys { waveId name answered scoreThreshold commentThreshold questions { id kind } } }`,
    );
    expect(mySurveys).toMatchObject([
      { waveId, name: 'Pulse', answered: false, scoreThreshold: 5, commentThreshold: 10 },
    ]);
    expect(mySurveys[0]!.questions).toHaveLength(4);
    expect(
      (await admin.ask<{ mySurveys: Form[] }>(`{ mySurveys { waveId } }`)).mySurveys,
    ).toHaveLength(1);
  });

  it('takes one sheet for a ticket, under a hundred at once, and no other afterwards', async () => {
    const mine = secret();
    const values = [{ question: idOf('enps'), value: 9 }];
    const once = await Promise.all(
      Array.from({ length: 50 }, () => answer(rep, { waveId, secret: mine, answers: values })),
    );
    expect(new Set(once)).toEqual(new Set([undefined]));
    const lead = await Promise.all(
      Array.from({ length: 100 }, () =>
        answer(north, {
          waveId,
          secret: secret(),
          answers: [{ question: idOf('enps'), value: 0 }],
        }),
      ),
    );
    expect(lead.filter((code) => code === undefined)).toHaveLength(1);
    expect(lead.filter((code) => code === 'TICKET_SPENT')).toHaveLength(99);
    expect(await answer(rep, { waveId, secret: secret(), answers: values })).toBe('TICKET_SPENT');
    expect(await laurel.sql(`select key from survey_sheet`)).toHaveLength(2);
  }, 60_000);

  it('refuses what is not on the scale or not asked', async () => {
    const stranger = laurel.browser();
    const ticket = randomBytes(32).toString('hex');
    const code = (answers: object[], more = {}) =>
      answer(admin, { waveId, secret: secret(), answers, ...more });
    expect(await code([{ question: idOf('enps'), value: 11 }])).toBe('BAD_VALUE');
    expect(await code([{ question: idOf('team.trust'), value: 0 }])).toBe('BAD_VALUE');
    expect(await code([{ question: idOf('week'), value: 5 }])).toBe('BAD_VALUE');
    expect(await code([])).toBe('NOTHING_ANSWERED');
    expect(await code([{ question: idOf('enps'), value: 5 }], { secret: 'x' })).toBe('BAD_VALUE');
    expect(await answer(stranger, { ticket, secret: secret(), answers: [] })).toBe('TICKET_SPENT');
  });

  const mailboxSecret = secret();
  const mailbox = createHash('sha256').update(mailboxSecret).digest('hex');

  it('tells nothing while it runs but how many, in whole batches', async () => {
    const browsers: [string, Browser][] = [];
    for (const name of Object.keys(ids).filter(
      (name) => !['North 0', 'North lead', 'Hanna'].includes(name),
    ))
      browsers.push([name, await join(laurel, admin, ids[name]!)]);
    const shown: (number | null)[] = [];
    for (const [name, browser] of browsers) {
      const west = name.startsWith('West');
      await answer(browser, {
        waveId,
        secret: secret(),
        answers: [
          { question: idOf('enps'), value: west ? 3 : 10 },
          { question: idOf('team.trust'), value: 4 },
          { question: idOf('leadership.goals'), value: 2 },
          {
            question: idOf('voice.change'),
            text: `words of ${name}`,
            mailbox: name === 'South 1' ? mailbox : undefined,
          },
        ],
      });
      shown.push((await report(hr)).wave.answered);
    }
    expect([...new Set(shown)]).toEqual([0, 5, 10, 15, 20]);
    expect((await report(hr)).cells).toEqual([]);
    expect((await report(north)).comments).toEqual([]);
    expect(await rep.refusal(reportQuery, { id: waveId })).toBeUndefined();
    expect((await report(rep)).wave.answered).toBeNull();
  }, 120_000);

  it('publishes once it has closed, small groups within larger ones', async () => {
    await hr.ask(`mutation ($id: ID!) { closeSurveyWave(id: $id) { id } }`, { id: waveId });
    await waveClosed(hr, waveId);
    const all = await report(hr);
    const enps = all.cells.filter(({ item }) => item === idOf('enps'));
    const groups = enps.map(({ groupId }) => groupId);
    expect(groups).toContain('all');
    expect(groups).not.toContain(`team:${teams.West}`);
    const total = enps.find(({ groupId }) => groupId === 'all')!;
    expect([total.people, total.score]).toEqual([21, Math.round((100 * (17 - 4)) / 21)]);
    expect(all.wave).toMatchObject({ status: 'closed', answered: 21, invited: 23 });
    expect(all.comments.map(({ text }) => text)).toContain('words of South 1');
    expect(
      await laurel.sql(`select 1 from survey_ticket union all select 1 from survey_sheet`),
    ).toEqual([]);
  });

  it('shows a manager the own group, and to those asked only what was shared', async () => {
    const mine = await report(north);
    expect(mine.mine.map(({ groupId }) => groupId)).toEqual([`team:${teams.North}`]);
    const visible = new Set(mine.cells.map(({ groupId }) => groupId));
    expect(
      [...visible].every(
        (id) => id === 'all' || id.includes(teams.North!) || id.includes(teams.all!),
      ),
    ).toBe(true);
    expect((await report(rep)).cells).toEqual([]);
    expect((await report(rep)).comments).toEqual([]);
    expect(await resultsOf(north)).toEqual([waveId]);
    expect(await resultsOf(rep)).toEqual([]);
    const share = `mutation ($id: ID!, $heard: String) { shareSurveyWave(id: $id, heard: $heard) { status } }`;
    expect(await rep.refusal(share, { id: waveId })).toBe('FORBIDDEN');
    expect(await north.refusal(share, { id: waveId })).toBe('NOT_FOUND');
    await hr.ask(share, { id: waveId, heard: 'Less noise' });
    const shared = await report(rep);
    expect(shared.wave.heard).toBe('Less noise');
    expect(shared.cells.some(({ groupId }) => groupId === 'all')).toBe(true);
    expect(shared.comments).toEqual([]);
    expect(await resultsOf(rep)).toEqual([waveId]);
    expect(await resultsOf(admin)).toEqual([]);
    expect(await admin.refusal(reportQuery, { id: waveId })).toBe('NOT_FOUND');
  });

  it('carries actions on, and a reply to whoever holds the key of the mailbox', async () => {
    const save = `mutation ($input: SurveyActionInput!) { saveSurveyAction(input: $input) { id owner { name } } }`;
    const input = {
      waveId,
      groupId: 'all',
      text: 'Quiet rooms',
      ownerId: ids['North lead'],
      dueOn: '2026-12-31',
    };
    expect(await north.refusal(save, { input })).toBe('NOT_FOUND');
    await hr.ask(save, { input });
    const { comments, actions } = await report(hr);
    expect(actions.map(({ text }) => text)).toEqual(['Quiet rooms']);
    const comment = comments.find(({ text }) => text === 'words of South 1')!;
    const reply = `mutation ($id: ID!) { replyToSurveyComment(commentId: $id, text: "Thank you") { replies } }`;
    await hr.ask(reply, { id: comment.id });
    const other = comments.find(({ text }) => text === 'words of South 2')!;
    expect([comment.takesReplies, other.takesReplies]).toEqual([true, false]);
    expect(await hr.refusal(reply, { id: other.id })).toBe('NO_MAILBOX');
    const read = `query ($boxes: [String!]!) { surveyReplies(mailboxes: $boxes) { comment text } }`;
    const stranger = laurel.browser();
    expect(await stranger.ask(read, { boxes: [mailbox] })).toEqual({
      surveyReplies: [{ comment: 'words of South 1', text: 'Thank you' }],
    });
    expect(await stranger.ask(read, { boxes: [secret()] })).toEqual({ surveyReplies: [] });
  });

  it('keeps answers out of the audit trail, and who gave them too', async () => {
    const rows = await laurel.sql<{ row: string }>(
      `select to_jsonb(audit)::text as row from audit`,
    );
    const given = rows.filter(({ row }) => row.includes('"answerSurvey"'));
    expect(given.length).toBeGreaterThan(100);
    const told = given.filter(
      ({ row }) => row.includes('words of') || !row.includes('"actor_id": null'),
    );
    expect(told.filter(({ row }) => row.includes('"outcome": "done"'))).toEqual([]);
  });

  it('promises what cannot be changed afterwards, not even by the database’s own role', async () => {
    await expect(
      laurel.sql(`update survey_wave set score_threshold = 3, comment_threshold = 6`),
    ).rejects.toThrow('What a wave promised cannot change.');
  });
});
