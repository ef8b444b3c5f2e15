import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { found } from '../harness/organization.js';

/** Amounts that are none, or more than one. */
const badAmounts = [
  '1e400', '1e3', 'NaN', 'Infinity', '-0', '+1', '01', '1.5', '1,5', ' 1', '1 ', '', '１２', '٣',
  '0x10', '1_000', "1'000", '--1', '1-', '9'.repeat(16), '9'.repeat(100), '1\0', 'null', '1n', '½',
]; // prettier-ignore

describe('amounts', () => {
  let laurel: Laurel;
  let admin: Browser;
  let memberId: string;
  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Exact', 'exact@example.com');
    const { viewer } = await admin.ask<{ viewer: { member: { id: string } } }>(
      '{ viewer { member { id } } }',
    );
    memberId = viewer.member.id;
  });
  afterAll(() => laurel?.stop());

  const save = 'mutation ($input: DealInput!) { saveDeal(input: $input) { id } }';
  const deal = (amount: unknown, externalId = 'x') => ({
    externalId,
    owner: memberId,
    amount,
    status: 'open',
  });

  it.each(badAmounts)('refuse %j, as a variable and in the text', async (amount) => {
    const literal = `mutation { saveDeal(input: { externalId: "x", owner: "${memberId}", status: open, amount: ${JSON.stringify(amount)} }) { id } }`;
    for (const answer of [
      await admin.send(save, { input: deal(amount) }),
      await admin.send(literal),
    ])
      expect([answer.data ?? null, answer.errors?.length]).toEqual([null, 1]);
    expect(await laurel.sql('select external_id from deal')).toEqual([]);
  });

  it.each([1, 1.5, 2 ** 53 + 1, true, [], {}])('refuse the number %j', async (amount) => {
    const text = await admin.text(save, { input: deal(amount) });
    expect(text).toMatch(/"code":"BAD_/);
    const literal = `mutation { saveDeal(input: { externalId: "x", owner: "${memberId}", status: open, amount: 1e400 }) { id } }`;
    expect(await admin.text(literal)).toMatch(/"code":"(BAD|GRAPHQL)_/);
    expect(await laurel.sql('select external_id from deal')).toEqual([]);
  });

  it('stay exact from 1 to 15 digits', async () => {
    for (const amount of ['1', '-1', '999999999999999', '900719925474099']) {
      const { saveDeal } = await admin.ask<{ saveDeal: { amount: string } }>(
        save.replace('{ id }', '{ amount }'),
        { input: deal(amount, `exact-${amount}`) },
      );
      expect(saveDeal.amount).toBe(amount);
    }
  });

  describe('sent twice', () => {
    const keyed = `mutation ($input: DealInput!, $key: String) {
      saveDeal(input: $input, idempotencyKey: $key) { id amount updatedAt } }`;

    it('make one deal and one answer, for 100 at once', async () => {
      const variables = { input: deal('700', 'once'), key: 'key-1' };
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => admin.text(keyed, variables)),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('"amount":"700"');
      const rows = await laurel.sql(`select version from deal where external_id = 'once'`);
      expect(rows).toEqual([{ version: 1 }]);
      await laurel.killApi();
      await laurel.startApi();
      expect(await admin.text(keyed, variables)).toBe(answers[0]);
    });

    it('are refused with another body, and are another organisation’s own', async () => {
      const other = { input: deal('701', 'once'), key: 'key-1' };
      expect(await admin.refusal(keyed, other)).toBe('IDEMPOTENCY_KEY_REUSED');
      const neighbour = await found(laurel, 'Next door', 'next@example.com');
      const input = { ...deal('702', 'once'), owner: 'next@example.com' };
      expect(await neighbour.refusal(keyed, { input, key: 'key-1' })).toBeUndefined();
      const rows = await laurel.sql(
        `select amount::int from deal where external_id = 'once' order by amount`,
      );
      expect(rows).toEqual([{ amount: 700 }, { amount: 702 }]);
    });

    it('make one deal when the server dies in between and the sender tries again', async () => {
      for (let round = 0; round < 5; round++) {
        const variables = { input: deal('800', `retry-${round}`), key: `retry-${round}` };
        const first = admin.text(keyed, variables).catch(() => 'lost');
        await new Promise((resolve) => setTimeout(resolve, round * 8));
        await laurel.killApi();
        await first;
        await laurel.startApi();
        expect(await admin.text(keyed, variables)).toContain('"amount":"800"');
        const [row] = await laurel.sql<{ version: number }>(
          `select version from deal where external_id = $1`,
          [`retry-${round}`],
        );
        expect(row).toEqual({ version: 1 });
      }
    });
  });
});
