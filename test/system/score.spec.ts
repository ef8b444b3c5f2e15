import type { Browser } from '../harness/client.js';
import { importFile } from '../harness/import.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import {
  addPeople,
  addTeam,
  found,
  join,
  place,
  savePlan,
  saveQuotas,
  saveScores,
} from '../harness/organization.js';

const period = '2026-Q1';
const plan = {
  currency: 'EUR',
  period: 'quarter',
  components: [{ kind: 'override', name: 'team', title: { en: 'Team', de: 'Team' }, rate: '0.01' }],
};
const sheet = `query ($search: String) { scoreSheet(period: "${period}", search: $search) {
  total rows { member { name } scores { objective title score note } } } }`;

type Sheet = {
  scoreSheet: {
    total: number;
    rows: { member: { name: string }; scores: { objective: string; score: string | null }[] }[];
  };
};

describe('scores of objectives', () => {
  let laurel: Laurel;
  let admin: Browser;
  let finance: Browser;
  let manager: Browser;
  let rep: Browser;
  let people: Record<string, string>;

  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Scores', 'scores@example.com');
    people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Max', role: 'manager' },
      { name: 'Ann', role: 'rep' },
      { name: 'Ben', role: 'rep' },
    ]);
    finance = await join(laurel, admin, people.Fin!);
    manager = await join(laurel, admin, people.Max!);
    rep = await join(laurel, admin, people.Ann!);
    const team = await addTeam(admin, 'North');
    await place(admin, team, [people.Max!], { position: 'manager' });
    await place(admin, team, [people.Ann!]);
    await savePlan(finance, plan, [people.Ann!, people.Ben!]);
    await saveQuotas(
      finance,
      ['Ann', 'Ben'].map((name) => ({ memberId: people[name]!, period, amount: '100' })),
    );
    await admin.settled();
  }, 120_000);
  afterAll(() => laurel?.stop());

  const score = (name: string, given: string | null, more: object = {}) => ({
    memberId: people[name]!,
    period,
    objective: 'hiring',
    score: given,
    ...more,
  });
  const stored = () =>
    laurel.sql(
      `select name, objective, score, note from score join member on member.id = member_id
       where period = '${period}' order by 1, 2`,
    );

  /** Whose pay is computed because of the work: their statements come back. */
  async function computed(work: () => Promise<unknown>): Promise<string[]> {
    await admin.settled();
    await laurel.sql(`delete from statement`);
    await work();
    await admin.settled();
    const rows = await laurel.sql<{ name: string }>(
      `select name from statement join member on member.id = payee_id order by name`,
    );
    return rows.map(({ name }) => name);
  }

  it('are given, changed and taken away; pay of that person alone is computed again', async () => {
    const give = (given: string | null, more?: object) => () =>
      saveScores(finance, [score('Ann', given, more)]);
    expect(await computed(give('0.850', { note: 'One of two' }))).toEqual(['Ann']);
    expect(await computed(give('0.85'))).toEqual([]);
    expect(await stored()).toMatchObject([{ name: 'Ann', note: 'One of two' }]);
    expect(await computed(give('1.2', { note: null }))).toEqual(['Ann']);
    expect(await stored()).toEqual([
      { name: 'Ann', objective: 'hiring', score: '1.2', note: null },
    ]);
    expect(await computed(give(null))).toEqual(['Ann']);
    expect(await computed(give(null))).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  it('are saved all or none', async () => {
    const { errors } = await finance.send(
      `mutation ($inputs: [ScoreInput!]!) { saveScores(inputs: $inputs) { id } }`,
      { inputs: [score('Ann', '1'), score('Ben', '-1')] },
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_SCORES',
      rows: [{ row: 2, field: 'score' }],
    });
    expect(await stored()).toEqual([]);
  });

  it('are given by managers to their reports and by nobody to themselves', async () => {
    const save = `mutation ($inputs: [ScoreInput!]!) { saveScores(inputs: $inputs) { score } }`;
    const may = (browser: Browser, name: string) =>
      browser.refusal(save, { inputs: [score(name, '0.5')] });
    expect(await may(manager, 'Ben')).toBe('FORBIDDEN');
    expect(await may(manager, 'Max')).toBe('FORBIDDEN');
    expect(await may(finance, 'Fin')).toBe('FORBIDDEN');
    expect(await may(rep, 'Ann')).toBe('FORBIDDEN');
    await saveScores(manager, [score('Ann', '0.5')]);
    await saveScores(finance, [score('Ben', '0.25')]);
    const seen = async (browser: Browser) => {
      const { scores } = await browser.ask<{ scores: { rows: { score: string }[] } }>(
        `{ scores(period: "${period}") { rows { score } } }`,
      );
      return scores.rows.map((row) => row.score);
    };
    expect(await seen(finance)).toEqual(['0.5', '0.25']);
    expect(await seen(manager)).toEqual(['0.5']);
    expect(await seen(rep)).toEqual(['0.5']);
  });

  it('come by file in percent, and go with it', async () => {
    const before = await stored();
    const file = `person,quarter,objective,reached,comment\nAnn,Q1 2026,hiring,75 %,Two of three\nBen,Q1 2026,churn,"1,1",\nFin,Q1 2026,churn,1,\n`;
    const { id, createdCount, updatedCount, rejectedCount } = await importFile(
      finance,
      'score',
      'scores.csv',
      file,
    );
    expect({ createdCount, updatedCount, rejectedCount }).toEqual({
      createdCount: 1,
      updatedCount: 1,
      rejectedCount: 1,
    });
    expect(await stored()).toMatchObject([
      { name: 'Ann', objective: 'hiring', score: '0.75', note: 'Two of three' },
      { name: 'Ben', objective: 'churn', score: '1.1' },
      { name: 'Ben', objective: 'hiring' },
    ]);
    const undo = () => finance.ask(`mutation ($id: ID!) { undoImport(id: $id) { id } }`, { id });
    expect(await computed(undo)).toEqual(['Ann', 'Ben']);
    expect(await stored()).toEqual(before);
  });

  describe('that a plan pays for', () => {
    const title = { en: 'Hire two', de: 'Zwei einstellen' };
    const objectives = [
      { name: 'hiring', title, weight: '0.6' },
      { name: 'training', title, weight: '0.4' },
    ];
    const pays = { kind: 'objectives', name: 'mbo', title, target: '1000.00', objectives };
    const earned = async (recalculated = false) => {
      if (recalculated)
        await finance.ask(`mutation { recalculate(period: "${period}") { partitions } }`);
      await admin.settled();
      const { statements } = await finance.ask<{
        statements: { rows: { payee: { name: string }; earned: string }[] };
      }>(`{ statements(period: "${period}") { rows { payee { name } earned } } }`);
      return Object.fromEntries(statements.rows.map((row) => [row.payee.name, row.earned]));
    };

    beforeAll(async () => {
      const document = { ...plan, components: [...plan.components, pays] };
      const payees = [people.Ann!, people.Ben!];
      await savePlan(finance, document, payees, { name: 'Objectives', from: '2025-12-01' });
    });

    it('change pay by their weight, in one period and one person, and in bulk the same', async () => {
      expect(await earned()).toEqual({ Ann: '30000', Ben: '15000' });
      await saveScores(finance, [{ ...score('Ann', '1'), objective: 'training' }]);
      expect(await earned()).toEqual({ Ann: '70000', Ben: '15000' });
      expect(await earned(true)).toEqual({ Ann: '70000', Ben: '15000' });
      await saveScores(finance, [{ ...score('Ann', null), objective: 'training' }]);
      expect(await earned()).toEqual({ Ann: '30000', Ben: '15000' });
    });

    it('make a sheet with all that the plans in force name', async () => {
      const { scoreSheet } = await finance.ask<Sheet>(sheet);
      expect(scoreSheet.rows).toEqual([
        {
          member: { name: 'Ann' },
          scores: [
            { objective: 'hiring', title, score: '0.5', note: null },
            { objective: 'training', title, score: null, note: null },
          ],
        },
        expect.objectContaining({ member: { name: 'Ben' } }),
      ]);
      const names = async (browser: Browser, search?: string) =>
        (await browser.ask<Sheet>(sheet, { search })).scoreSheet.rows.map(
          ({ member }) => member.name,
        );
      expect(await names(finance, 'be')).toEqual(['Ben']);
      expect(await names(manager)).toEqual(['Ann']);
      expect(await names(rep)).toEqual(['Ann']);
    });
  });

  it('of a period that is closed stay as they are, by program and by file', async () => {
    await laurel.sql(`update period set status = 'closed' where name = $1`, [period]);
    const before = await stored();
    const save = `mutation ($inputs: [ScoreInput!]!) { saveScores(inputs: $inputs) { score } }`;
    const inputs = [score('Ann', '0.9')];
    expect(await finance.refusal(save, { inputs })).toBe('PERIOD_LOCKED');
    const file = `person,period,objective,score\nAnn,${period},hiring,1\nAnn,2026-Q2,hiring,1\n`;
    const { rejectedCount } = await importFile(finance, 'score', 'scores.csv', file);
    expect(rejectedCount).toBe(1);
    await laurel.sql(`update period set status = 'locked' where name = $1`, [period]);
    await expect(laurel.sql(`update score set score = 1`)).rejects.toThrow(/locked/);
    expect(await stored()).toEqual(before);
  });
});
