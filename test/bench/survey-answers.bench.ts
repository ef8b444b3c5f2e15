import { startLaurel, type Laurel } from '../harness/laurel.js';
import { found } from '../harness/organization.js';
import type { Browser } from '../harness/client.js';
import { answer, openWave, secret } from '../harness/survey.js';
import { surveyKey, ticketOf } from '../harness/survey-crowd.js';

const minutes = Number(process.env.LAUREL_BENCH_MINUTES ?? 3);
const perMinute = Number(process.env.LAUREL_BENCH_ANSWERS ?? 1_000);
const goalMilliseconds = 300;
const count = Math.round(minutes * perMinute);

/** One organisation of as many people as answer, one wave, and the ids behind its tickets. */
async function wave(
  laurel: Laurel,
): Promise<{ waveId: string; members: string[]; asked: string[] }> {
  const hr = await found(laurel, 'Alder', 'ada@alder.example');
  const { viewer } = await hr.ask<{ viewer: { member: { id: string } } }>(
    `{ viewer { member { id } } }`,
  );
  await hr.ask(`mutation ($input: MemberInput!) { saveMember(input: $input) { id } }`, {
    input: {
      id: viewer.member.id,
      name: 'Ada',
      email: 'ada@alder.example',
      role: 'admin',
      hr: true,
    },
  });
  const members = await laurel.sql<{ id: string }>(
    `insert into member (organization_id, name, email, role, currency)
     select organization_id, 'Person ' || n, 'person' || n || '@alder.example', 'rep', 'EUR'
     from organization, generate_series(1, $1::int) as n returning id`,
    [count],
  );
  const asked = await questionsOf(hr);
  const { saveSurvey } = await hr.ask<{ saveSurvey: { id: string } }>(
    `mutation ($input: SurveyInput!) { saveSurvey(input: $input) { id } }`,
    {
      input: { name: 'Pulse', cadence: 'once', anchor: '2024-01-01', questionIds: asked },
    },
  );
  const waveId = await openWave(laurel, hr, saveSurvey.id);
  return { waveId, members: members.map(({ id }) => id), asked };
}

async function questionsOf(hr: Browser): Promise<string[]> {
  const { surveyQuestions } = await hr.ask<{ surveyQuestions: { id: string; key: string }[] }>(
    `{ surveyQuestions { id key } }`,
  );
  return ['enps', 'team.trust', 'tools.enough', 'voice.change'].map(
    (key) => surveyQuestions.find((question) => question.key === key)!.id,
  );
}

it(`takes ${perMinute} answers a minute for ${minutes} minutes`, async () => {
  const laurel = await startLaurel({ SURVEY_KEY: surveyKey });
  try {
    const { waveId, members, asked } = await wave(laurel);
    const [score, trust, tools, words] = asked;
    const times: number[] = [];
    const refused: string[] = [];
    const hand = async (memberId: string, i: number) => {
      const start = performance.now();
      const code = await answer(laurel.browser(), {
        ticket: ticketOf(waveId, memberId),
        secret: secret(),
        answers: [
          { question: score, value: i % 11 },
          { question: trust, value: 1 + (i % 5) },
          { question: tools, value: 1 + (i % 5) },
          {
            question: words,
            text: `Less noise in room ${i}, and more of everything else.`,
            mailbox: secret(),
          },
        ],
      });
      times.push(performance.now() - start);
      if (code) refused.push(code);
    };
    const begun = performance.now();
    // They come when they come: nobody waits for whoever is slow.
    const sent = members.map(async (memberId, i) => {
      await new Promise((resolve) => setTimeout(resolve, (i * 60_000) / perMinute));
      await hand(memberId, i);
    });
    await Promise.all(sent);
    const seconds = (performance.now() - begun) / 1_000;
    times.sort((a, b) => a - b);
    const share = (part: number) => Math.round(times[Math.floor((times.length - 1) * part)]!);
    const figures = {
      answers: count,
      perMinute: Math.round((60 * count) / seconds),
      p50Milliseconds: share(0.5),
      p95Milliseconds: share(0.95),
      p99Milliseconds: share(0.99),
      mostMilliseconds: share(1),
    };
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    expect(refused).toEqual([]);
    const [kept] = await laurel.sql<{ count: number }>(
      `select count(*)::int as count from survey_sheet`,
    );
    expect(kept!.count).toBe(count);
    expect(share(0.95)).toBeLessThanOrEqual(goalMilliseconds);
  } finally {
    await laurel.stop();
  }
}, 1_800_000);
