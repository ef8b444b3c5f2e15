import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, found, join, saveDeals, type DealInput } from '../harness/organization.js';

const save = `mutation ($input: DealInput!, $key: String, $version: Int) {
  saveDeal(input: $input, idempotencyKey: $key, version: $version) { id amount stage version } }`;

type Saved = { id: string; amount: string; stage: string; version: number };

describe('a deal that several write', () => {
  let laurel: Laurel;
  let finance: Browser;
  let rep: Browser;

  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Versions', 'versions@example.com');
    const people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Ann', role: 'rep' },
      { name: 'Ben', role: 'rep' },
    ]);
    finance = await join(laurel, admin, people.Fin!);
    rep = await join(laurel, admin, people.Ann!);
  }, 120_000);
  afterAll(() => laurel?.stop());

  const deal = (externalId: string, more: object = {}): DealInput => ({
    externalId,
    owner: 'Ann',
    amount: '100',
    status: 'open',
    ...more,
  });
  const saved = async (variables: object, browser = finance) =>
    (await browser.ask<{ saveDeal: Saved }>(save, variables)).saveDeal;
  const stored = (externalId: string) =>
    laurel.sql<{ amount: number; stage: string; region: string | null; version: number }>(
      `select amount::int, stage, region, version from deal where external_id = $1`,
      [externalId],
    );

  it('is not overwritten by whoever read it before somebody else changed it', async () => {
    const { version } = await saved({ input: deal('V-1') });
    expect(version).toBe(1);
    const first = { input: deal('V-1', { stage: 'Offer' }), version };
    expect(await saved(first, rep)).toMatchObject({ stage: 'Offer', version: 2 });
    const second = { input: deal('V-1', { region: 'North', account: 'New here' }), version };
    const { data, errors } = await finance.send(save, second);
    expect(data ?? null).toBeNull();
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('Read it again'),
      extensions: { code: 'CHANGED_MEANWHILE', version: 2 },
    });
    expect(await stored('V-1')).toEqual([
      { amount: 100, stage: 'Offer', region: null, version: 2 },
    ]);
    expect(await laurel.sql(`select name from account where name = 'New here'`)).toEqual([]);
    expect(await saved({ ...second, version: 2 })).toMatchObject({ stage: 'Offer', version: 3 });
  });

  it('keeps its version when it is saved as it is, and counts what an import or a batch changes', async () => {
    await saved({ input: deal('V-2') });
    expect(await saved({ input: deal('V-2'), version: 1 })).toMatchObject({ version: 1 });
    await saveDeals(finance, [deal('V-2', { region: 'South' })]);
    expect(await finance.refusal(save, { input: deal('V-2'), version: 1 })).toBe(
      'CHANGED_MEANWHILE',
    );
  });

  it('is changed by programs that name no version, whatever it was', async () => {
    for (const amount of ['100', '200', '300'])
      await saved({ input: deal('V-3', { amount }), version: null });
    expect(await saved({ input: deal('V-3', { amount: '400' }) })).toMatchObject({ version: 4 });
  });

  it('answers a save that is sent again with the same key, although it has another version by now', async () => {
    await saved({ input: deal('V-4') });
    const once = { input: deal('V-4', { amount: '200' }), key: 'v-4', version: 1 };
    const answer = await finance.text(save, once);
    expect(answer).toContain('"version":2');
    expect(await finance.text(save, once)).toBe(answer);
    expect(await finance.refusal(save, { ...once, version: 2 })).toBe('IDEMPOTENCY_KEY_REUSED');
    const late = { input: deal('V-4', { amount: '300' }), key: 'v-4-late', version: 1 };
    expect(await finance.refusal(save, late)).toBe('CHANGED_MEANWHILE');
    // Nothing was done for the key, so that it is still free for what the sender makes of it.
    expect(await saved({ ...late, version: 2 })).toMatchObject({ amount: '300', version: 3 });
  });

  it('must be there to be changed, but is brought back or made without a version', async () => {
    const { id } = await saved({ input: deal('V-5') });
    await finance.ask(`mutation ($id: ID!) { removeDeal(id: $id) }`, { id });
    for (const version of [1, 2])
      expect(await finance.refusal(save, { input: deal('V-5'), version })).toBe('NOT_FOUND');
    expect(await finance.refusal(save, { input: deal('V-6'), version: 0 })).toBe('NOT_FOUND');
    expect(await stored('V-6')).toEqual([]);
    expect(await saved({ input: deal('V-5') })).toEqual({
      id,
      amount: '100',
      stage: 'Open',
      version: 3,
    });
  });

  it('tells nobody its version who may not change it', async () => {
    const input = deal('V-7', { owner: 'Ben' });
    await saved({ input });
    for (const version of [1, 7])
      expect(await rep.refusal(save, { input, version })).toBe('FORBIDDEN');
  });

  it('takes one of twenty that change the same version at once', async () => {
    await saved({ input: deal('V-8') });
    for (let version = 1; version <= 5; version++) {
      const inputs = Array.from({ length: 20 }, (_, at) =>
        deal('V-8', { amount: `${version + 1}${String(at).padStart(2, '0')}` }),
      );
      const answers = await Promise.all(
        inputs.map((input) => finance.send(save, { input, version })),
      );
      const winners = answers.flatMap(({ data, errors }) => (errors ? [] : [data]));
      const codes = answers.flatMap(
        ({ errors }) => errors?.map((one) => one.extensions.code) ?? [],
      );
      expect([winners.length, codes.length, new Set(codes)]).toEqual([
        1,
        19,
        new Set(['CHANGED_MEANWHILE']),
      ]);
      const { saveDeal: winner } = winners[0] as { saveDeal: Saved };
      expect(winner.version).toBe(version + 1);
      expect(await stored('V-8')).toMatchObject([
        { amount: Number(winner.amount), version: version + 1 },
      ]);
    }
  });
});
