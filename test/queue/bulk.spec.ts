import { dumpOf, organizationOf, type Dump } from '../harness/dump.js';
import { foundForce, type Force } from '../harness/force.js';
import { applyHistory, historyOf } from '../harness/history.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, saveDeals, savePlan } from '../harness/organization.js';
import { override, quarterly, tiers } from '../harness/plan-document.js';
import { seededRandom } from '../harness/random.js';

/** Without the bonus of the others' plan, so that plain numbers can pay it. */
const plain = quarterly(
  tiers(
    { '0': '0.05', '0.5': '0.085', '1': '0.1' },
    { multipliers: [{ product: 'Gold', multiplier: '1.2' }] },
  ),
  override(2),
);

/** By periods that cut months in two. */
const halfMonths = {
  ...quarterly({ kind: 'flat', name: 'share', rate: '0.05' }, override(2)),
  period: 'halfMonth',
};

/** With those of the force more than are paid together by half months: see `partsOf`. */
const crowd = Array.from({ length: 170 }, (_, i) => `Rep ${i}`);

/** A whole year at once: the path of a recalculation, against that of single payees. */
describe.each([
  ['by a plan with a bonus', undefined],
  ['by a plain plan', plain],
  ['by a plain plan of half months', halfMonths],
])('pay computed in bulk %s', (_, document) => {
  let laurel: Laurel;
  let force: Force;
  let organization: string;
  beforeAll(async () => {
    laurel = await startLaurel();
    force = await foundForce(laurel, 'Bulk', { quota: '10000000' });
    if (document === halfMonths) {
      await useHalfMonths();
      await addCrowd();
    }
    if (document) await savePlan(force.finance, document, payees(force), { name: 'Plain' });
    organization = await organizationOf(laurel.databaseUrl, force.email);
    await applyHistory(force.finance, historyOf(seededRandom(), 300).inOrder());
    await winAbroad();
    if (document === halfMonths) await winAll();
    await force.finance.settled();
  }, 120_000);
  afterAll(() => laurel?.stop());

  const useHalfMonths = () =>
    force.admin.ask(
      `mutation { saveOrganization(input: {
         name: "Bulk", currency: "EUR", locale: "en", timeZone: "UTC", fiscalYearStartMonth: 1,
         periodKinds: [halfMonth, month, quarter, year] }) { name } }`,
    );

  async function addCrowd(): Promise<void> {
    const email = (name: string) => `${name.replace(' ', '')}.${force.email}`;
    const reps = crowd.map((name) => ({ name, role: 'rep' as const, email: email(name) }));
    force.ids = { ...force.ids, ...(await addPeople(force.admin, reps)) };
  }

  /** A deal for each of them. */
  const winAll = () =>
    saveDeals(
      force.finance,
      crowd.map((name, i) => ({
        externalId: name,
        owner: force.ids[name]!,
        product: 'Plain',
        amount: String(1_000 + i),
        status: 'won',
        closedOn: `2026-0${1 + (i % 6)}-11`,
      })),
    );

  /** A deal in another currency, at a rate that no sum of euros can be taken for. */
  async function winAbroad(): Promise<void> {
    const rate = { from: 'USD', to: 'EUR', day: '2026-01-01', rate: '0.8137' };
    await force.finance.ask(
      `mutation ($rate: ExchangeRateInput!) { saveExchangeRates(inputs: [$rate]) { id } }`,
      { rate },
    );
    const abroad = { status: 'won', closedOn: '2026-02-11', currency: 'USD' };
    await saveDeals(force.finance, [
      { externalId: 'abroad', owner: 'Bo', product: 'Gold', amount: '1000003', ...abroad },
    ]);
  }

  const payees = ({ ids }: Force) =>
    Object.entries(ids).flatMap(([name, id]) => (name === 'Fin' ? [] : [id]));

  /** Boards of the periods that the plan pays by, in which anybody was credited. */
  const boards = ({ standing }: Dump) =>
    standing!.filter((row) => periods.test(row) && !row.includes('"score": 0,'));
  const periods = document === halfMonths ? /"2026-0[234]-H/ : /"2026-Q[12]"/;

  const dump = (): Promise<Dump> => dumpOf(laurel.databaseUrl, organization);

  const rows = () =>
    laurel.sql<{ id: string; row: object; revision: number }>(
      `select id, revision, to_jsonb(earning) - 'revision' as row from earning order by id`,
    );

  async function recalculate(): Promise<number> {
    const { recalculate: answer } = await force.finance.ask<{
      recalculate: { partitions: number };
    }>(`mutation { recalculate(period: "2026") { partitions } }`);
    await force.finance.settled();
    return answer.partitions;
  }

  it('leaves the very rows that single payees were given, also from nothing', async () => {
    const [single, figures] = [await rows(), await dump()];
    expect(figures.earning!.length).toBeGreaterThan(100);
    await laurel.sql(`truncate earning, statement, standing`);
    expect(await recalculate()).toBeGreaterThan(single.length);
    const bulk = await rows();
    expect(bulk.map(({ row }) => row)).toEqual(single.map(({ row }) => row));
    const { earning, statement } = figures;
    const after = await dump();
    expect(after).toMatchObject({ earning, statement });
    expect(boards(figures).length).toBeGreaterThan(10);
    expect(boards(after)).toEqual(boards(figures));
  });

  const copied =
    'plan_version_id, currency, credited, earned, deal_count, line_count, problems, terms, lines';

  it('writes only what differs, and takes away what nothing pays any more', async () => {
    const before = await rows();
    const [line, sum] = before.filter(({ row }) => 'lines' in row && row.lines !== '\\x');
    await laurel.sql(
      `update earning set lines = set_byte(lines, 51, get_byte(lines, 51) # 1) where id = $1`,
      [line!.id],
    );
    await laurel.sql(`update earning set earned = 7 where id = $1`, [sum!.id]);
    await laurel.sql(
      `insert into earning (organization_id, payee_id, period, id, ${copied})
       select organization_id, (select id from member where role = 'finance'), '2026-Q1', gen_random_uuid(), ${copied}
       from earning limit 1`,
    );
    await recalculate();
    const after = await rows();
    expect(after.map(({ row }) => row)).toEqual(before.map(({ row }) => row));
    const changed = after.filter(({ revision }, i) => revision !== before[i]!.revision);
    expect(changed.map(({ id }) => id)).toEqual([line!.id, sum!.id]);
  });

  it('pays nothing of a closed quarter in the open one after it', async () => {
    const before = await rows();
    await force.finance.ask(
      `mutation { closePeriod(period: "2026-Q2", confirmed: true) { status } }`,
    );
    await recalculate();
    expect(await rows()).toEqual(before);
  });
});
