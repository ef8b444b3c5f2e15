import { foundCast, type Cast } from '../harness/cast.js';
import { asOwner } from '../harness/database.js';
import { awaitImport, commitImport, mapImport, upload } from '../harness/import.js';
import { listen } from '../harness/socket.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { saveDeals } from '../harness/organization.js';

const standings = 'subscription { standingsChanged { period } }';
const statements = 'subscription { statementChanged { memberId period } }';
const progress = 'subscription ($id: ID!) { importProgress(id: $id) { status } }';
/** A leaver, or whoever signs out, hears nothing after this long. */
const outWithinMs = 5_000;
const quietMs = 1_500;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('live updates', () => {
  let laurel: Laurel;
  let a: Cast;
  let b: Cast;
  let number = 0;

  beforeAll(async () => {
    laurel = await startLaurel({ JOB_CONCURRENCY: '1' });
    a = await foundCast(laurel, 'Alder', 100_000n);
    b = await foundCast(laurel, 'Birch', 300_000n);
  }, 120_000);
  afterAll(() => laurel?.stop());

  const winDeal = async ({ browsers, people }: Cast, owner: string) => {
    await saveDeals(browsers.finance, [
      {
        externalId: `live-${number++}`,
        owner: people[owner]!,
        amount: '12300',
        status: 'won',
        closedOn: '2026-02-20',
      },
    ]);
    await browsers.finance.settled();
  };

  it('reach everybody of the organisation and nobody of another', async () => {
    const ours = listen(laurel.url, a.browsers.rep.headers, standings);
    const theirs = listen(laurel.url, b.browsers.finance.headers, standings);
    const theirPay = listen(laurel.url, b.browsers.finance.headers, statements);
    await pause(quietMs);
    await winDeal(a, 'rep');
    await ours.until((events) => JSON.stringify(events).includes('2026-Q1'));
    await pause(quietMs);
    expect([theirs.events, theirPay.events]).toEqual([[], []]);
    await winDeal(b, 'rep');
    await theirs.until((events) => events.length > 0);
    await theirPay.until((events) => events.length > 0);
    await Promise.all([ours.close(), theirs.close(), theirPay.close()]);
  });

  it('come at once while the queue waits for the work of others', async () => {
    const ours = listen(laurel.url, a.browsers.finance.headers, statements);
    await pause(quietMs);
    const win = ({ browsers, people }: Cast, externalId: string) =>
      saveDeals(browsers.finance, [
        {
          externalId,
          owner: people.rep!,
          amount: '45600',
          status: 'won',
          closedOn: '2026-02-21',
        },
      ]);
    await asOwner(laurel.databaseUrl, async (blocking) => {
      await blocking.query('begin');
      await blocking.query(`select from earning where payee_id = $1 for update`, [b.people.rep]);
      await win(b, 'slow');
      await pause(quietMs);
      await win(a, 'quick');
      await ours.until((events) => events.length > 0);
      await blocking.query('commit');
    });
    await Promise.all([a, b].map(({ browsers }) => browsers.finance.settled()));
    await ours.close();
  });

  it('tell of nobody’s pay but what one may see', async () => {
    const listeners = {
      rep: listen(laurel.url, a.browsers.rep.headers, statements),
      manager: listen(laurel.url, a.browsers.manager.headers, statements),
      finance: listen(laurel.url, a.browsers.finance.headers, statements),
      admin: listen(laurel.url, a.browsers.admin.headers, statements),
    };
    await pause(quietMs);
    for (const owner of ['rep', 'mate', 'peer']) await winDeal(a, owner);
    const names = Object.fromEntries(Object.entries(a.people).map(([name, id]) => [id, name]));
    const heard = (events: Record<string, unknown>[]) => [
      ...new Set(
        events.map(
          ({ statementChanged }) => names[(statementChanged as { memberId: string }).memberId]!,
        ),
      ),
    ];
    await listeners.finance.until((events) => heard(events).length === 5);
    await pause(quietMs);
    expect(heard(listeners.rep.events)).toEqual(['rep']);
    expect(heard(listeners.manager.events).sort()).toEqual(['manager', 'mate', 'rep']);
    expect(heard(listeners.admin.events)).toEqual([]);
    await Promise.all(Object.values(listeners).map((listener) => listener.close()));
  });

  it('show an import’s progress, and nothing of another organisation’s', async () => {
    const { finance } = a.browsers;
    const id = await upload(finance, 'account', 'more.csv', 'name,sector\nGlobex,Energy');
    await awaitImport(finance, id, 'read');
    const own = listen(laurel.url, finance.headers, progress, { id });
    const theirs = listen(laurel.url, b.browsers.finance.headers, progress, { id });
    await pause(quietMs);
    await mapImport(finance, id, [{ column: 'name', field: 'name', format: null }]);
    await commitImport(finance, id);
    await own.until((events) => JSON.stringify(events).includes('"done"'));
    await pause(quietMs);
    expect([theirs.events, theirs.ended()]).toEqual([[], undefined]);
    await Promise.all([own.close(), theirs.close()]);
  });

  it('are refused to strangers, to other sites, and about imports to who may not import', async () => {
    const { headers } = a.browsers.finance;
    const stranger = listen(laurel.url, {}, standings);
    const foreignSite = listen(
      laurel.url,
      { ...headers, origin: 'https://evil.example' },
      standings,
    );
    const nullSite = listen(laurel.url, { ...headers, origin: 'null' }, standings);
    const rep = listen(laurel.url, a.browsers.rep.headers, progress, { id: a.ids.import });
    expect(await stranger.untilEnded(outWithinMs)).toContain('SIGN_IN_REQUIRED');
    expect(await foreignSite.untilEnded(outWithinMs)).toMatch(/refused: (4403|4400|4500|1006)/);
    expect(await nullSite.untilEnded(outWithinMs)).toMatch(/refused: (4403|4400|4500|1006)/);
    expect(await rep.untilEnded(outWithinMs)).toContain('FORBIDDEN');
    const own = listen(laurel.url, { ...headers, origin: laurel.url }, standings);
    await pause(quietMs);
    expect(own.ended()).toBeUndefined();
    await own.close();
  });

  it('end within seconds when their person signs out or leaves, without any event', async () => {
    const signedOut = listen(laurel.url, a.browsers.manager.headers, standings);
    const watching = listen(laurel.url, a.browsers.manager.headers, statements);
    const left = listen(laurel.url, a.browsers.rep.headers, standings);
    await pause(quietMs);
    expect([signedOut, watching, left].map((each) => each.ended())).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    await a.browsers.manager.ask('mutation { signOutEverywhere }');
    await a.browsers.admin.ask(
      `mutation ($input: MemberInput!) { saveMember(input: $input) { id } }`,
      {
        input: {
          id: a.people.rep,
          name: 'Alder rep',
          email: 'alder.rep@example.com',
          role: 'rep',
          leftOn: '2026-01-01',
        },
      },
    );
    expect(await a.browsers.rep.refusal('{ products { id } }')).toBe('SIGN_IN_REQUIRED');
    expect(await signedOut.untilEnded(outWithinMs)).toContain('SIGN_IN_REQUIRED');
    expect(await watching.untilEnded(outWithinMs)).toContain('SIGN_IN_REQUIRED');
    expect(await left.untilEnded(outWithinMs)).toContain('SIGN_IN_REQUIRED');
    const heard = left.events.length;
    await winDeal(a, 'mate');
    await pause(quietMs);
    expect(left.events).toHaveLength(heard);
  });
});
