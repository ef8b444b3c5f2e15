import type { Browser } from '../harness/client.js';
import { awaitImport, commitImport, mapImport, upload } from '../harness/import.js';
import { startLaurel } from '../harness/laurel.js';
import { addPeople, found, join, savePlan, saveQuotas } from '../harness/organization.js';
import { quarterly, tiers } from '../harness/plan-document.js';

const dealCount = Number(process.env.LAUREL_BENCH_DEALS ?? 50_000);
const period = '2025-Q1';
const rounds = 5;
const plan = quarterly(tiers({ '0': '0.04', '0.6': '0.06', '1': '0.09' }));

/** All of one seller, within one quarter. */
function dealFile(): string {
  const rows = Array.from({ length: dealCount }, (_, i) => {
    const day = String(1 + (i % 28)).padStart(2, '0');
    const month = String(1 + (Math.floor(i / 28) % 3)).padStart(2, '0');
    return `L-${i},Rae,${10 + ((i * 37) % 900)}.${10 + (i % 90)},EUR,won,2025-${month}-${day}`;
  });
  return `external id,owner,amount,currency,status,closed\n${rows.join('\n')}\n`;
}

async function foundSeller(admin: Browser): Promise<string> {
  const { Rae } = await addPeople(admin, [{ name: 'Rae', role: 'rep' }]);
  return Rae!;
}

async function importDeals(finance: Browser): Promise<void> {
  const id = await upload(finance, 'deal', 'large.csv', dealFile());
  const { layout } = await awaitImport(finance, id, 'read');
  const columns = layout!.columns.map(({ name, ...rest }) => ({ column: name, ...rest }));
  expect(await mapImport(finance, id, columns)).toMatchObject({ rejectedCount: 0 });
  expect(await commitImport(finance, id)).toMatchObject({ createdCount: dealCount });
}

const statement = (memberId: string, lines: string) =>
  `{ statement(memberId: "${memberId}", period: "${period}") { earned lineCount ${lines} } }`;
const page = (offset: number, search = '') =>
  `lines(page: { first: 50, offset: ${offset} }${search && `, search: "${search}"`}) { total rows { id amount deal { externalId } } }`;

/** The middle of several times, in milliseconds. */
async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!);
}

it(`pays one payee ${dealCount} deals of one period`, async () => {
  const laurel = await startLaurel();
  try {
    const admin = await found(laurel, 'Large', 'ada@large.example');
    const rep = await foundSeller(admin);
    const { Fin } = await addPeople(admin, [{ name: 'Fin', role: 'finance' }]);
    const finance = await join(laurel, admin, Fin!);
    const seller = await join(laurel, admin, rep);
    await savePlan(finance, plan, [rep]);
    await saveQuotas(finance, [{ memberId: rep, period, amount: String(dealCount * 45_000) }]);
    await importDeals(finance);
    await finance.settled(600_000);
    const asked = (lines: string) => () => seller.ask(statement(rep, lines));
    const { statement: whole } = await seller.ask<{ statement: { lineCount: number } }>(
      statement(rep, ''),
    );
    expect(whole.lineCount).toBeGreaterThanOrEqual(dealCount);
    let turn = 0;
    const figures = {
      deals: dealCount,
      lines: whole.lineCount,
      statementMs: await median(asked('')),
      firstPageMs: await median(asked(page(0))),
      lastPageMs: await median(asked(page(whole.lineCount - 50))),
      searchMs: await median(asked(page(0, 'L-4999'))),
      editToSettledMs: await median(async () => {
        const input = {
          externalId: 'L-7',
          owner: rep,
          amount: String(1_000 + ++turn),
          status: 'won',
          closedOn: '2025-01-08',
        };
        await finance.ask(`mutation ($input: DealInput!) { saveDeal(input: $input) { id } }`, {
          input,
        });
        await finance.settled(60_000);
      }),
    };
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  } finally {
    await laurel.stop();
  }
}, 900_000);
