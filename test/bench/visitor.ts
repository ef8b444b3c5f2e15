import type { Browser } from '../harness/client.js';

const pauseMs = 50;

/** What people look at most. */
const questions = [
  `{ leaderboard(period: "2025", measure: credited) { total rows { rank } } }`,
  `{ deals(page: { first: 50 }) { total rows { externalId amount } } }`,
  `{ statements(period: "2025-Q1") { total rows { earned } } }`,
];

/** Asks one thing after the other, as people do meanwhile; `stop` gives the sorted times in milliseconds. */
export function visit(browser: Browser) {
  const times: number[] = [];
  let going = true;
  const loop = (async () => {
    for (let turn = 0; going; turn++) {
      const start = performance.now();
      await browser.ask(questions[turn % questions.length]!);
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  })();
  const stop = async () => {
    going = false;
    await loop;
    return times.toSorted((a, b) => a - b);
  };
  return { stop };
}
