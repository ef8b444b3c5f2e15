import fs from 'node:fs';
import type { Browser } from '../harness/client.js';
import { awaitImport, commitImport, mapImport, upload } from '../harness/import.js';
import { startLaurel } from '../harness/laurel.js';
import { foundSalesForce, products, repCount, years } from './sales-force.js';
import { visit } from './visitor.js';

const dealCount = Number(process.env.LAUREL_BENCH_DEALS ?? 100_000);
const accountCount = 500;
/** What the average rep brings in within a quarter, so that deals reach every tier. */
const quota = String(Math.ceil(dealCount / repCount / 8) * 460_000);
const header = 'external id,owner,account,product,amount,currency,status,stage,created,closed';

const mostMegabytes = 500;

/** Deals of two years, evenly over the reps; every number follows from the row's own. */
function dealFile(): string {
  const rows = Array.from({ length: dealCount }, (_, i) => {
    const turn = Math.floor(i / repCount);
    const month = String(1 + (turn % 12)).padStart(2, '0');
    const day = String(1 + ((i * 11) % 28)).padStart(2, '0');
    const closed = `${years[Math.floor(turn / 12) % years.length]}-${month}-${day}`;
    const amount = `${100 + ((i * 37) % 9000)}.${10 + (i % 90)}`;
    const product = products[Math.floor(i / 7) % products.length];
    return `B-${i},Rep ${i % repCount},Customer ${i % accountCount},${product},${amount},EUR,won,Won,2024-01-01,${closed}`;
  });
  return `${header}\n${rows.join('\n')}\n`;
}

const peakMegabytes = (pid: number) =>
  Number(/VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Sends the file as the page does, and everything after it; `tell` hears of each step that is done. */
async function importDeals(finance: Browser, tell: (step: string) => void): Promise<void> {
  const id = await upload(finance, 'deal', 'bench.csv', dealFile());
  const { layout } = await awaitImport(finance, id, 'read');
  tell('uploadedSeconds');
  const columns = layout!.columns.map(({ name, ...rest }) => ({ column: name, ...rest }));
  const { rejectedCount } = await mapImport(finance, id, columns);
  expect(rejectedCount).toBe(0);
  tell('checkedSeconds');
  expect(await commitImport(finance, id)).toMatchObject({ createdCount: dealCount });
  tell('importedSeconds');
  await finance.settled(600_000);
  tell('settledSeconds');
}

it(`imports ${dealCount} deals while people use the site`, async () => {
  const laurel = await startLaurel();
  try {
    const finance = await foundSalesForce(laurel, quota);
    await finance.settled();
    const visitor = visit(finance);
    const start = performance.now();
    const steps: Record<string, string> = {};
    await importDeals(finance, (step) => {
      steps[step] = ((performance.now() - start) / 1000).toFixed(1);
    });
    const times = await visitor.stop();
    const share = (part: number) => times[Math.floor(times.length * part)]!.toFixed(0);
    const [rows] = await laurel.sql<Record<string, number>>(
      `select (select count(*)::int from credit) as credits, (select count(*)::int from earning_line) as earnings,
         (select count(*)::int from statement) as statements`,
    );
    const figures = {
      deals: dealCount,
      ...rows,
      ...steps,
      apiPeakMegabytes: peakMegabytes(laurel.apiPid()).toFixed(0),
      workerPeakMegabytes: peakMegabytes(laurel.workerPid()).toFixed(0),
      visitorRequests: times.length,
      visitorP50Milliseconds: share(0.5),
      visitorP95Milliseconds: share(0.95),
      visitorMaxMilliseconds: times.at(-1)!.toFixed(0),
    };
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    expect(rows!.earnings).toBeGreaterThan(dealCount);
    expect(peakMegabytes(laurel.apiPid())).toBeLessThan(mostMegabytes);
    expect(peakMegabytes(laurel.workerPid())).toBeLessThan(mostMegabytes);
  } finally {
    await laurel.stop();
  }
}, 900_000);
