import { startLaurel, type Laurel } from '../harness/laurel.js';
import { MailSink, type Taken } from '../harness/mail-sink.js';
import { found } from '../harness/organization.js';
import type { Browser } from '../harness/client.js';
import { Random } from '../harness/random.js';
import { openWave } from '../harness/survey.js';

const mails = Number(process.env.LAUREL_TEST_MAILS ?? 120);
const kills = mails > 1_000 ? 10 : 2;
/** Of every so many people one has an address that does not exist. */
const nobodyEvery = 40;

describe('invitations to a survey by a mail server in a bad mood', () => {
  let laurel: Laurel;
  let sink: MailSink;
  let hr: Browser;
  let waveId: string;
  let addresses: string[];

  beforeAll(async () => {
    sink = new MailSink(new Random(mails), 5);
    laurel = await startLaurel({
      SMTP_URL: await sink.listen(),
      SMTP_TIMEOUT_MS: '400',
      LOG_LEVEL: 'silent',
    });
    const admin = await found(laurel, 'Alder', 'ada@alder.example');
    const { viewer } = await admin.ask<{ viewer: { member: { id: string } } }>(
      `{ viewer { member { id } } }`,
    );
    await admin.ask(`mutation ($input: MemberInput!) { saveMember(input: $input) { id } }`, {
      input: {
        id: viewer.member.id,
        name: 'Ada',
        email: 'ada@alder.example',
        role: 'admin',
        hr: true,
      },
    });
    hr = admin;
    await laurel.sql(
      `insert into member (organization_id, name, email, role, currency)
       select organization_id, 'Person ' || n,
         case when n % $2 = 0 then 'nobody' else 'person' end || n || '@alder.example', 'rep', 'EUR'
       from organization, generate_series(1, $1::int) as n`,
      [mails, nobodyEvery],
    );
    addresses = (
      await laurel.sql<{ email: string }>(`select email from member where role = 'rep'`)
    ).map(({ email }) => email);
    waveId = await start();
  }, 120_000);
  afterAll(async () => {
    await laurel?.stop();
    await sink?.close();
  });

  async function start(): Promise<string> {
    const { surveyQuestions } = await hr.ask<{ surveyQuestions: { id: string }[] }>(
      `{ surveyQuestions { id } }`,
    );
    const { saveSurvey } = await hr.ask<{ saveSurvey: { id: string } }>(
      `mutation ($input: SurveyInput!) { saveSurvey(input: $input) { id } }`,
      {
        input: {
          name: 'Pulse',
          cadence: 'once',
          anchor: '2024-01-01',
          hour: 0,
          questionIds: [surveyQuestions[0]!.id],
          audience: { roles: ['rep'] },
        },
      },
    );
    return openWave(laurel, hr, saveSurvey.id);
  }

  const left = async () =>
    (
      await laurel.sql<{ count: number }>(
        `select count(*)::int as count from outbox where job = 'mail.send'`,
      )
    )[0]!.count;

  it('reach everybody, though the worker is killed, and come twice no more often than that', async () => {
    for (let killed = 0; ;) {
      const waiting = await left();
      if (!waiting) break;
      if (killed < kills && waiting < mails * (1 - (killed + 1) / (kills + 2))) {
        await laurel.killWorker();
        laurel.startWorker();
        killed++;
      }
      await new Promise((resolve) => setTimeout(resolve, mails / 2));
    }
    const wanted = addresses.filter((address) => !address.startsWith('nobody'));
    const byAddress = new Map<string, Taken[]>();
    for (const mail of sink.taken)
      byAddress.set(mail.to, [...(byAddress.get(mail.to) ?? []), mail]);
    expect([...byAddress.keys()].sort()).toEqual(wanted.toSorted());
    expect(sink.taken.length - wanted.length).toBeLessThanOrEqual(kills);
    for (const same of byAddress.values())
      expect(new Set(same.map(({ messageId }) => messageId)).size).toBe(1);
    expect(new Set(sink.taken.map(({ messageId }) => messageId)).size).toBe(wanted.length);
    const links = sink.taken.map(({ text }) => /\/survey\/[0-9a-f]{64}/.exec(text)?.[0]);
    expect(new Set(links).size).toBe(wanted.length);
    const moods = Object.values(sink.moods).reduce((sum, count) => sum + count, 0);
    expect(moods).toBeGreaterThan(mails / 20);
    process.stdout.write(
      `${mails} mails: ${sink.taken.length - wanted.length} twice, ${kills} kills, ${JSON.stringify(sink.moods)}\n`,
    );
  }, 1_800_000);

  it('are noted where they were refused for good, with the reason, for whoever sent them', async () => {
    const { surveyReport } = await hr.ask<{
      surveyReport: { wave: { undelivered: { address: string; reason: string }[] } };
    }>(
      `query ($id: ID!) { surveyReport(waveId: $id) { wave { undelivered { address reason } } } }`,
      { id: waveId },
    );
    const { undelivered } = surveyReport.wave;
    const nobody = addresses.filter((address) => address.startsWith('nobody'));
    expect(undelivered.map(({ address }) => address)).toEqual(nobody.toSorted());
    expect(undelivered.every(({ reason }) => reason.includes('No such mailbox'))).toBe(true);
  });
});
