import type { Browser } from '../harness/client.js';
import { castPeriod, foundCast, type Cast } from '../harness/cast.js';
import { eventually } from '../harness/eventually.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, found, join, saveDeals } from '../harness/organization.js';

type Failed = { job: string; period: string | null; failures: number; problem: string };

describe('a calculation that fails', () => {
  let laurel: Laurel;
  let cast: Cast;
  let stranger: Browser;

  beforeAll(async () => {
    laurel = await startLaurel();
    cast = await foundCast(laurel, 'Alder', 100_000n);
    const admin = await found(laurel, 'Birch', 'admin@birch.example');
    const { Fin } = await addPeople(admin, [{ name: 'Fin', role: 'finance' }]);
    stranger = await join(laurel, admin, Fin!);
  }, 120_000);
  afterAll(() => laurel?.stop());

  const failed = async (reader = cast.browsers.finance): Promise<Failed[]> =>
    (await reader.ask<{ failedWork: Failed[] }>(`{ failedWork { job period failures problem } }`))
      .failedWork;

  it('is shown with its reason, and succeeds at once when that is mended and it is tried again', async () => {
    expect(await failed()).toEqual([]);
    await laurel.sql(`create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'The disk is full'; end $$`);
    await laurel.sql(
      `create trigger full_disk before insert or update on earning for each row execute function full_disk()`,
    );
    const deal = { externalId: 'late', owner: cast.people.rep!, amount: '50000', status: 'won' };
    await saveDeals(cast.browsers.finance, [{ ...deal, closedOn: '2026-03-01' }]);
    const shown = await eventually(
      () => failed(),
      (some) => some.some(({ failures }) => failures > 3),
    );
    expect(shown[0]).toMatchObject({ job: 'commission.compute', period: castPeriod });
    expect(shown.map(({ problem }) => problem)).toContain('The disk is full');

    expect(await failed(stranger)).toEqual([]);
    expect(await stranger.ask(`mutation { retryWork }`)).toEqual({ retryWork: 0 });

    await laurel.sql(`drop trigger full_disk on earning`);
    const { retryWork } = await cast.browsers.finance.ask<{ retryWork: number }>(
      `mutation { retryWork }`,
    );
    expect(retryWork).toBe(shown.length);
    await cast.browsers.finance.settled();
    expect(await failed()).toEqual([]);
  });

  it('is nothing for anybody but finance to see or to try again', async () => {
    for (const role of ['rep', 'manager', 'admin'] as const) {
      expect(await cast.browsers[role].refusal(`{ failedWork { job } }`)).toBe('FORBIDDEN');
      expect(await cast.browsers[role].refusal(`mutation { retryWork }`)).toBe('FORBIDDEN');
    }
  });
});
