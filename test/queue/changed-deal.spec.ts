import type { Browser } from '../harness/client.js';
import { eventually } from '../harness/eventually.js';
import { asOwner } from '../harness/database.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import {
  addPeople,
  addressOf,
  addTeam,
  found,
  join,
  place,
  saveDeals,
  savePlan,
  saveQuotas,
} from '../harness/organization.js';
import { override, quarterly, tiers } from '../harness/plan-document.js';
import { seededRandom } from '../harness/random.js';

const quarter = '2025-Q1';
const reps = ['Rae', 'Rob', 'Ron', 'Roy', 'Ruth'];
const plan = quarterly(tiers({ '0': '0.05', '1': '0.1' }), override(1));

describe('what follows from a changed deal', () => {
  let laurel: Laurel;
  let admin: Browser;
  let finance: Browser;
  let people: Record<string, string>;

  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Changes', addressOf('Changes'));
    people = await addPeople(admin, [
      ...reps.map((name) => ({ name, role: 'rep' as const })),
      { name: 'Max', role: 'manager' },
      { name: 'Fin', role: 'finance' },
    ]);
    const team = await addTeam(admin, 'Team');
    await place(
      admin,
      team,
      reps.map((name) => people[name]!),
    );
    await place(admin, team, [people.Max!], { position: 'manager' });
    finance = await join(laurel, admin, people.Fin!);
    await savePlan(
      finance,
      plan,
      [...reps, 'Max'].map((name) => people[name]!),
    );
    await quota('Rae', '1000000');
    await quota('Rob', '1000000');
    await deal('D-0', 'Rae', 500_000);
    await finance.settled();
  });
  afterAll(() => laurel?.stop());

  const deal = (externalId: string, owner: string, amount: number, closedOn = '2025-02-03') =>
    saveDeals(finance, [
      { externalId, owner: people[owner]!, amount: String(amount), status: 'won', closedOn },
    ]);
  const quota = (name: string, amount: string | null, period = quarter) =>
    saveQuotas(finance, [{ memberId: people[name]!, period, amount }]);
  const earned = async (name: string, period = quarter) => {
    const { statement } = await finance.ask<{ statement: { earned: string } }>(
      `{ statement(memberId: "${people[name]}", period: "${period}") { earned } }`,
    );
    return statement.earned;
  };

  const stored = () =>
    laurel.sql(
      `select to_jsonb(earning)::text as row from earning
       union all select (to_jsonb(statement) - 'computed_at')::text from statement
       union all select (to_jsonb(standing) - 'updated_at')::text from standing
         where period in (select period from standing where score > 0)
       union all select (to_jsonb(award) - 'awarded_at' - 'revoked_at')::text from award order by 1`,
    );

  /** Everything that was stored stays as it is when all is computed from scratch. */
  async function expectNothingToRecalculate(): Promise<void> {
    await finance.settled();
    const before = await stored();
    await laurel.sql(
      `insert into outbox (organization_id, job, key, data)
       select distinct organization_id, 'standing.refresh', period, jsonb_build_object('period', period) from standing
       union all
       select distinct organization_id, 'commission.recompute', period, jsonb_build_object('period', period) from earning`,
    );
    await finance.settled();
    expect(await stored()).toEqual(before);
  }

  /** Until so many sessions wait for a lock. */
  async function untilWaiting(count: number): Promise<void> {
    for (;;) {
      const [row] = await laurel.sql<{ waiting: number }>(
        `select count(*)::int as waiting from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (row!.waiting >= count) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function noneDue(job: string): Promise<void> {
    while ((await laurel.sql(`select from outbox where job = $1`, [job])).length)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  it('is paid with a quota that was given meanwhile', async () => {
    await asOwner(laurel.databaseUrl, async (other) => {
      await other.query('begin');
      await other.query(`select from earning where payee_id = $1 for update`, [people.Rae]);
      await deal('D-1', 'Rae', 400_000);
      await untilWaiting(1);
      await quota('Rae', '800000');
      await untilWaiting(2);
      await other.query('commit');
    });
    await finance.settled();
    expect(await earned('Rae')).toBe('50000');
    await expectNothingToRecalculate();
  }, 30_000);

  it('is paid by a plan of another kind of period that was given meanwhile', async () => {
    const { Rolf } = await addPeople(admin, [{ name: 'Rolf', role: 'rep' }]);
    people.Rolf = Rolf!;
    await quota('Rolf', '1000000', '2025-02');
    await finance.settled();
    await asOwner(laurel.databaseUrl, async (other) => {
      await other.query('begin');
      await other.query(`select from period where name = $1 for update`, [quarter]);
      await deal('P-1', 'Rolf', 100_000);
      await untilWaiting(1);
      const given = savePlan(finance, { ...plan, period: 'month' }, [Rolf!], { name: 'Monthly' });
      await Promise.race([given, untilWaiting(2)]);
      await other.query('commit');
      await given;
    });
    await finance.settled();
    expect(await earned('Rolf', '2025-02')).toBe('5000');
  }, 30_000);

  it('is rolled up in the team that its owner was moved to meanwhile', async () => {
    const { Mia } = await addPeople(admin, [{ name: 'Mia', role: 'manager' }]);
    const other = await addTeam(admin, 'Other');
    await place(admin, other, [Mia!], { position: 'manager' });
    await finance.settled();
    await asOwner(laurel.databaseUrl, async (blocking) => {
      await blocking.query('begin');
      await blocking.query(`select from period where name = $1 for update`, [quarter]);
      await deal('T-1', 'Roy', 100_000);
      await untilWaiting(1);
      await place(admin, other, [people.Roy!], { from: '2025-02-01' });
      await Promise.race([noneDue('membership.changed'), untilWaiting(2)]);
      await blocking.query('commit');
    });
    await finance.settled();
    expect(
      await laurel.sql(
        `select member.name from credit join deal on deal.id = deal_id join member on member.id = payee_id
         where external_id = 'T-1' and kind = 'rollUp'`,
      ),
    ).toEqual([{ name: 'Mia' }]);
  }, 30_000);

  it('is rolled up from another currency at the rate of its day, deal by deal', async () => {
    await finance.ask(
      `mutation ($inputs: [ExchangeRateInput!]!) { saveExchangeRates(inputs: $inputs) { id } }`,
      { inputs: [{ from: 'USD', to: 'EUR', day: '2025-01-01', rate: '0.5' }] },
    );
    const before = BigInt(await earned('Max'));
    const inDollars = { owner: people.Ron!, amount: '30100', currency: 'USD', status: 'won' };
    const numbers = ['U-1', 'U-2'];
    await saveDeals(
      finance,
      numbers.map((externalId) => ({ ...inDollars, externalId, closedOn: '2025-02-04' })),
    );
    await finance.settled();
    expect(BigInt(await earned('Max')) - before).toBe(301n);
    await expectNothingToRecalculate();
  });

  it('shows a new rep on the board, and takes away who left', async () => {
    const { Rita } = await addPeople(admin, [{ name: 'Rita', role: 'rep' }]);
    people.Rita = Rita!;
    await deal('D-2', 'Rob', 10_000);
    await finance.settled();
    const onBoard = async () =>
      (
        await laurel.sql<{ name: string }>(
          `select name from standing join member on member.id = member_id
           where period = '${quarter}' and measure = 'credited' and name = 'Rita'`,
        )
      ).length;
    expect(await onBoard()).toBe(1);
    await laurel.sql(`update member set left_on = '2024-01-01' where name = 'Rita'`);
    await deal('D-2', 'Rob', 10_100);
    await finance.settled();
    expect(await onBoard()).toBe(0);
  });

  it('leaves the boards that a whole count leaves, whatever changes', async () => {
    const random = seededRandom();
    const [today] = await laurel.sql<{ day: string; before: string; month: string }>(
      `select today()::text as day, (today() - 1)::text as before, to_char(today(), 'YYYY-MM') as month`,
    );
    const days = [today!.day, today!.before, '2025-02-03', '2025-03-30', '2025-04-01'];
    for (let i = 0; i < 40; i++) {
      const name = random.pick(reps);
      await deal(`E-${random.below(12)}`, name, 1 + random.below(5), random.pick(days));
      if (i % 4 === 0 && i < 20) await quota(name, random.pick(['1', '2', null]), today!.month);
      if (i % 8 === 7) await finance.settled();
    }
    await expectNothingToRecalculate();
  }, 60_000);

  it('moves the places the day began with when an earlier day is changed', async () => {
    const [day] = await laurel.sql<{ before: string; year: string }>(
      `select (today() - 1)::text as before, to_char(today() - 1, 'YYYY') as year`,
    );
    const began = () =>
      laurel.sql(
        `select name, (rank() over (order by day_start_score desc))::int as rank
         from standing join member on member.id = member_id
         where period = '${day!.year}' and measure = 'credited' and name in ('Rae', 'Rob') order by name`,
      );
    await deal('G-1', 'Rae', 5_000, day!.before);
    await deal('G-2', 'Rob', 3_000, day!.before);
    await finance.settled();
    expect(await began()).toEqual([
      { name: 'Rae', rank: 1 },
      { name: 'Rob', rank: 2 },
    ]);
    await deal('G-2', 'Rob', 9_000, day!.before);
    await finance.settled();
    expect(await began()).toEqual([
      { name: 'Rae', rank: 2 },
      { name: 'Rob', rank: 1 },
    ]);
  });

  it('takes the top of the board from whoever is passed, and gives it back', async () => {
    const top = async () => {
      await finance.settled();
      return laurel.sql(
        `select name from award join member on member.id = member_id
         where badge_code = 'top-of-the-board' and period = '2026-Q1' and revoked_at is null`,
      );
    };
    await deal('H-1', 'Rae', 5_000, '2026-02-03');
    expect(await top()).toEqual([{ name: 'Rae' }]);
    await deal('H-2', 'Rob', 9_000, '2026-02-03');
    expect(await top()).toEqual([{ name: 'Rob' }]);
    await deal('H-2', 'Rob', 3_000, '2026-02-03');
    expect(await top()).toEqual([{ name: 'Rae' }]);
  });

  it('is credited although its pay cannot be computed', async () => {
    await laurel.sql(
      `insert into plan_version (organization_id, plan_id, number, effective_from, document)
       select organization_id, plan_id, number + 1, '2025-01-02', document - 'components' from plan_version`,
    );
    await deal('F-1', 'Ron', 700);
    const credits = `select from credit join deal on deal.id = deal_id where external_id = 'F-1'`;
    await eventually(
      () => laurel.sql(credits),
      ({ length }) => length === 2,
    );
    const problems = await eventually(
      () =>
        laurel.sql<{ job: string }>(`select distinct job from outbox where problem is not null`),
      ({ length }) => length > 0,
    );
    expect(problems).toEqual([{ job: 'commission.compute' }]);
  });
});
