import fs from 'node:fs';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';

const dealCount = Number(process.env.LAUREL_BENCH_DEALS ?? 100_000);
const repCount = 60;
const header = 'external id,owner,amount,currency,status,stage,created,closed';

/** Deals of two years, evenly over sixty people; every number follows from the row's own. */
function dealFile(): string {
  const rows = Array.from({ length: dealCount }, (_, i) => {
    const month = String(1 + ((i * 7) % 12)).padStart(2, '0');
    const day = String(1 + ((i * 11) % 28)).padStart(2, '0');
    const closed = `${2024 + (i % 2)}-${month}-${day}`;
    return `B-${i},Rep ${i % repCount},${100 + ((i * 37) % 9000)}.${10 + (i % 90)},EUR,won,Won,2024-01-01,${closed}`;
  });
  return `${header}\n${rows.join('\n')}\n`;
}

const peakMegabytes = (pid: number) =>
  Number(/VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

async function organization(laurel: Laurel): Promise<Browser> {
  const admin = laurel.browser();
  await admin.ask(
    `mutation { signUp(organizationName: "Bench", name: "Ada", email: "ada@bench.example", password: "a long bench password") { member { id } } }`,
  );
  for (let i = 0; i < repCount; i++)
    await admin.ask(`mutation ($input: MemberInput!) { saveMember(input: $input) { id } }`, {
      input: { name: `Rep ${i}`, email: `rep${i}@bench.example`, role: 'rep' },
    });
  return admin;
}

async function importDeals(admin: Browser): Promise<void> {
  const upload = await admin.fetch('/files?kind=deal&name=bench.csv', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: dealFile(),
  });
  const { importId } = (await upload.json()) as { importId: string };
  const { import: file } = await admin.ask<{ import: { layout: { columns: object[] } } }>(
    `query ($id: ID!) { import(id: $id) { layout { columns { name field format } } } }`,
    { id: importId },
  );
  const columns = (file.layout.columns as { name: string; field: string; format: string }[]).map(
    ({ name, field, format }) => ({ column: name, field, format }),
  );
  await admin.ask(
    `mutation ($id: ID!, $columns: [ImportColumnInput!]!) { mapImport(id: $id, columns: $columns) { id } }`,
    { id: importId, columns },
  );
  await until(admin, importId, 'checked');
  await admin.ask(`mutation ($id: ID!) { commitImport(id: $id) { id } }`, { id: importId });
  await until(admin, importId, 'done');
}

async function until(admin: Browser, id: string, wanted: string): Promise<void> {
  for (;;) {
    const answer = await admin.ask<{
      import: { status: string; problem: string; rejectedCount: number };
    }>(`query ($id: ID!) { import(id: $id) { status problem rejectedCount } }`, { id });
    if (answer.import.status === 'failed') throw new Error(answer.import.problem);
    if (answer.import.status === wanted) {
      expect(answer.import.rejectedCount).toBe(0);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Asks for the leaderboard again and again, as people do meanwhile; returns the times in milliseconds. */
function visitor(admin: Browser) {
  const times: number[] = [];
  let going = true;
  const loop = (async () => {
    while (going) {
      const start = performance.now();
      await admin.ask(`{ leaderboard(period: "2025", measure: credited) { total rows { rank } } }`);
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  const stop = async () => {
    going = false;
    await loop;
    return times.toSorted((a, b) => a - b);
  };
  return { stop };
}

it(`imports ${dealCount} deals while people use the site`, async () => {
  const laurel = await startLaurel();
  try {
    const admin = await organization(laurel);
    const people = visitor(admin);
    const start = performance.now();
    await importDeals(admin);
    const imported = performance.now() - start;
    await admin.settled(600_000);
    const settled = performance.now() - start;
    const times = await people.stop();
    const figures = {
      deals: dealCount,
      importSeconds: (imported / 1000).toFixed(1),
      settledSeconds: (settled / 1000).toFixed(1),
      apiPeakMegabytes: peakMegabytes(laurel.apiPid()).toFixed(0),
      workerPeakMegabytes: peakMegabytes(laurel.workerPid()).toFixed(0),
      visitorRequests: times.length,
      visitorP50Milliseconds: times[Math.floor(times.length / 2)]?.toFixed(0),
      visitorP95Milliseconds: times[Math.floor(times.length * 0.95)]?.toFixed(0),
    };
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    expect(peakMegabytes(laurel.apiPid())).toBeLessThan(500);
    expect(peakMegabytes(laurel.workerPid())).toBeLessThan(500);
  } finally {
    await laurel.stop();
  }
}, 900_000);
