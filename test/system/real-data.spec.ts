import { rowsOf, organizationOf } from '../harness/dump.js';
import type { Browser } from '../harness/client.js';
import { importFile } from '../harness/import.js';
import { cents, itGivesTheKnownAnswer, quarters, usd } from '../harness/known-answer.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, found, join, savePlan } from '../harness/organization.js';
import {
  fileOf,
  knownAnswer,
  plainPlan,
  planDocument,
  present,
  quotaFile,
} from '../harness/real-data.js';
import { every } from '../harness/statements.js';

const files = [
  ['person', 'sales_teams.csv'],
  ['product', 'products.csv'],
  ['account', 'accounts.csv'],
  ['deal', 'sales_pipeline.csv'],
] as const;

const comparison = () => {
  let laurel: Laurel;
  let admin: Browser;
  let finance: Browser;

  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Hardware', 'admin@hardware.example');
    await admin.ask(`mutation { saveOrganization(input: { name: "Hardware", currency: "USD", locale: "en",
      timeZone: "America/New_York", fiscalYearStartMonth: 1 }) { id } }`);
    const { Fin } = await addPeople(admin, [{ name: 'Fin', role: 'finance', currency: 'USD' }]);
    finance = await join(laurel, admin, Fin!);
    for (const [kind, name] of files) await importOne(kind, name);
    await payEverybody();
    await finance.settled(120_000);
  }, 300_000);
  afterAll(() => laurel?.stop());

  const importOne = (kind: string, name: string) =>
    importFile(kind === 'person' ? admin : finance, kind, name, fileOf(name));

  /** The plan for everybody, and a quota for each seller from a file. */
  async function payEverybody(): Promise<void> {
    const plain = plainPlan();
    type Member = { id: string; name: string; role: string };
    const members = await every<Member>(
      finance,
      `query ($page: PageInput) { list: members(page: $page) { rows { id name role } total } }`,
    );
    const paid = members.filter(({ role }) => role === 'rep' || role === 'manager');
    await savePlan(
      finance,
      planDocument(plain),
      paid.map(({ id }) => id),
      { name: plain.name, from: plain.effectiveFrom },
    );
    const reps = paid.filter(({ role }) => role === 'rep').map(({ name }) => name);
    await importFile(finance, 'quota', 'quotas.csv', quotaFile(reps, quarters));
  }

  itGivesTheKnownAnswer(() => finance);

  it('finds every figure again in the commission report', async () => {
    for (const period of quarters) {
      const response = await finance.fetch(`/exports/commission.csv?period=${period}`);
      const [head, ...lines] = (await response.text()).replace('\uFEFF', '').trim().split(/\r?\n/);
      const at = head!.split(',').indexOf('amount');
      const total = lines.reduce((paid, line) => paid + cents(line.split(',')[at]!), 0n);
      const { repEarnings, managerOverride } = knownAnswer().byQuarter[period]!;
      expect([period, usd(total)]).toEqual([
        period,
        usd(cents(repEarnings) + cents(managerOverride)),
      ]);
    }
  });

  it('changes nothing when the same files come again, or all is calculated anew', async () => {
    const id = await organizationOf(laurel.databaseUrl, 'admin@hardware.example');
    const before = await rowsOf(laurel.databaseUrl, id);
    for (const [kind, name] of files) {
      const { createdCount, updatedCount, rejectedCount } = await importOne(kind, name);
      expect([name, createdCount, updatedCount, rejectedCount]).toEqual([name, 0, 0, 0]);
    }
    for (const period of quarters)
      await finance.ask(`mutation ($p: String!) { recalculate(period: $p) { partitions } }`, {
        p: period,
      });
    await finance.settled(120_000);
    expect(await rowsOf(laurel.databaseUrl, id)).toEqual(before);
  }, 180_000);
};

if (present) describe('the real year, over HTTP and GraphQL', comparison);
else it('has no real year on this machine to compare with', () => expect(present).toBe(false));
