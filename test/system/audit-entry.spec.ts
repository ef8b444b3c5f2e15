import { randomUUID } from 'node:crypto';
import { auditRows, sendNumbered, type AuditRow } from '../harness/audit.js';
import { foundCast, type Cast } from '../harness/cast.js';
import type { Browser } from '../harness/client.js';
import { awaitImport, importFile, upload } from '../harness/import.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { saveDeals } from '../harness/organization.js';

describe('an entry of the audit trail', () => {
  let laurel: Laurel;
  let cast: Cast;

  beforeAll(async () => {
    laurel = await startLaurel();
    cast = await foundCast(laurel, 'Alder', 100_000n);
  }, 120_000);
  afterAll(() => laurel?.stop());

  const rowsOf = (requestId: string) => auditRows(laurel, requestId);

  it('tells what changed, from what to what, with exact amounts and one row for each field', async () => {
    const { finance } = cast.browsers;
    const deal = {
      externalId: 'exact',
      owner: cast.people.peer!,
      status: 'open',
      amount: '999999999999999',
    };
    await saveDeals(finance, [deal]);
    const saved = (amount: string) =>
      `saveDeal(input: { externalId: "exact", owner: "${deal.owner}", status: open, amount: "${amount}" }) { id }`;
    const { requestId, data } = await sendNumbered(
      finance,
      `mutation { a: ${saved('12')} b: ${saved('12')} c: ${saved('13')} }`,
    );
    const { id } = data!.a as { id: string };
    const rows = await rowsOf(requestId);
    // What names the row stands beside what changed.
    const changed = (before: string, after: string) => ({
      object: 'deal',
      object_ids: [id],
      before: { deal: { [id]: { amount: before } } },
      after: { deal: { [id]: { amount: after } } },
      counts: { deal: 1 },
    });
    expect(rows).toMatchObject([
      changed('999999999999999', '12'),
      { object: null, before: null, after: null, counts: {}, outcome: 'done' },
      changed('12', '13'),
    ]);
  });

  it('tells much in one row that stays small', async () => {
    const inputs = Array.from({ length: 1_000 }, (_, i) => ({
      externalId: `many-${i}`,
      owner: cast.people.peer,
      status: 'open',
      amount: String(i),
    }));
    const { requestId } = await sendNumbered(
      cast.browsers.finance,
      `mutation ($inputs: [DealInput!]!) { saveDeals(inputs: $inputs) { created } }`,
      { inputs },
    );
    const [row, ...others] = await rowsOf(requestId);
    expect([others.length, row!.counts]).toEqual([0, { deal: 1_000 }]);
    expect(Object.keys(row!.after!.deal!).length).toBeGreaterThan(100);
    expect(JSON.stringify(row).length).toBeLessThan(150_000);
  });

  it('has a row for an upload, for one that is refused, and one for a whole run', async () => {
    const { finance, manager } = cast.browsers;
    const since = await lastSequence();
    const { id } = await importFile(finance, 'deal', 'audit.csv', fileOf(2_500), columns);
    await awaitImport(finance, id, 'done');
    expect(await upload(manager, 'deal', 'mine.csv', fileOf(1)).catch(() => 'refused')).toBe(
      'refused',
    );
    expect(await upload(finance, 'deal', 'empty.csv', '').catch(() => 'refused')).toBe('refused');
    const rows = await laurel.sql<AuditRow>(
      `select * from audit where sequence > $1 and organization_id = (select organization_id from member where id = $2) order by sequence`,
      [since, cast.people.rep],
    );
    expect(rows.map(({ action, outcome, problem }) => [action, outcome, problem])).toEqual([
      ['uploadFile', 'done', null],
      ['mapImport', 'done', null],
      ['commitImport', 'done', null],
      ['import.run', 'done', null],
      ['uploadFile', 'refused', 'FORBIDDEN'],
      ['uploadFile', 'refused', 'FILE_EMPTY'],
    ]);
    const [uploaded, , , run] = rows;
    expect(uploaded!.after!.import![id]).toMatchObject({ file_name: 'audit.csv' });
    expect(run).toMatchObject({
      actor_id: null,
      after: { import: { [id]: { created_count: 2_500 } } },
    });
    expect(JSON.stringify(rows).length).toBeLessThan(10_000);
  }, 60_000);

  const lastSequence = async () =>
    (
      await laurel.sql<{ last: string }>(
        `select max(sequence) as last from audit where organization_id = (select organization_id from member where id = $1)`,
        [cast.people.rep],
      )
    )[0]!.last;

  it('lets nothing change whose row cannot be written', async () => {
    await laurel.sql(
      `alter table audit add constraint full_disk check (action <> 'saveTeam') not valid`,
    );
    const name = randomUUID();
    const { admin } = cast.browsers;
    expect(await admin.refusal(`mutation { saveTeam(input: { name: "${name}" }) { id } }`)).toBe(
      'INTERNAL',
    );
    await laurel.sql(`alter table audit drop constraint full_disk`);
    const teams = await laurel.sql(`select from team where name = $1`, [name]);
    expect(teams).toHaveLength(0);
  });

  it('neither forks nor skips with 50 mutations at once', async () => {
    const { finance } = cast.browsers;
    const before = Number(await lastSequence());
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        sendNumbered(finance, `mutation { setLocale(locale: "${i % 2 ? 'en' : 'de'}") { id } }`),
      ),
    );
    for (const { requestId } of sent) expect(await rowsOf(requestId)).toHaveLength(1);
    expect(Number(await lastSequence())).toBe(before + 50);
  });

  it('is searched by finance and administrators, who find in it what they may see elsewhere', async () => {
    type Page = {
      auditEntries: {
        total: number;
        rows: { action: string; actor: { name: string } | null; after: unknown }[];
      };
    };
    const find = (browser: Browser, filter: object) =>
      browser.ask<Page>(
        `query ($filter: AuditFilter) { auditEntries(filter: $filter) { total rows { action actor { name } after } } }`,
        { filter },
      );
    const { finance, admin, manager } = cast.browsers;
    expect(await manager.refusal(`{ auditEntries { total } }`)).toBe('FORBIDDEN');
    const amount = '54321098';
    await finance.ask(
      `mutation ($memberId: ID!) { saveQuotas(inputs: [{ memberId: $memberId, period: "2027-Q1", amount: "${amount}" }]) { id } }`,
      { memberId: cast.people.rep },
    );
    const seen = async (browser: Browser) => {
      const { auditEntries } = await find(browser, {
        object: 'quota',
        actorId: cast.people.finance,
      });
      return JSON.stringify(auditEntries.rows[0]);
    };
    expect(await seen(finance)).toContain(amount);
    expect(await seen(admin)).toContain('saveQuotas');
    expect(await seen(admin)).not.toContain(amount);
    expect((await find(finance, { text: amount })).auditEntries.total).toBe(1);
    expect((await find(admin, { text: amount })).auditEntries.total).toBe(0);
    await laurel
      .browser()
      .refusal(
        `mutation { signIn(email: "alder.rep@example.com", password: "wrong") { member { id } } }`,
      );
    const [row] = (await find(admin, { action: 'signIn', outcome: 'refused' })).auditEntries.rows;
    expect(row).toMatchObject({ actor: { name: 'Alder rep' }, after: null });
    const found = async (filter: object) => (await find(finance, filter)).auditEntries.total;
    const all = await found({});
    expect(await found({ from: '2000-01-01', to: '2100-01-01' })).toBe(all);
    expect(await found({ to: '2026-01-01' })).toBe(0);
    expect(await found({ text: '%' })).toBe(0);
    expect(await found({ objectId: cast.people.rep, object: 'member' })).toBeGreaterThan(0);
  });
});

const columns = {
  'external id': 'externalId',
  owner: 'owner',
  amount: 'amount',
  status: 'status',
};

const fileOf = (rows: number) =>
  [
    'external id,owner,amount,status',
    ...Array.from({ length: rows }, (_, i) => `audit-${i},Alder peer,${i}.00,open`),
  ].join('\n');
