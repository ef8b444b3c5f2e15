import { byHand } from './yardstick/by-hand.js';
import { byLaurel } from './yardstick/by-laurel.js';
import { credits } from './yardstick/credits.js';
import { type Evaluator, evaluatedDigest } from './yardstick/evaluator.js';
import { inDecimals } from './yardstick/in-decimals.js';

/** One way to evaluate, with its inputs resident, in a process of its own; it does what it is told by messages. */
const ways = { byLaurel, byHand, inDecimals };
export type Way = keyof typeof ways;
export type Asked = 'total' | 'lines' | 'digest';

const [way, deals] = process.argv.slice(2);
const all = credits(Number(deals));
const evaluator: Evaluator = ways[way as Way](all);

process.on('message', (asked: Asked) => {
  if (asked === 'digest') {
    process.send!({ result: evaluatedDigest(all, evaluator.evaluated()), ms: 0 });
    return;
  }
  globalThis.gc?.();
  const before = process.cpuUsage();
  const start = performance.now();
  const result = evaluator[asked]();
  const ms = performance.now() - start;
  const cpu = process.cpuUsage(before).user / 1_000;
  const megabytes = process.memoryUsage.rss() / 2 ** 20;
  process.send!({ result, ms, cpu, megabytes });
});
process.send!('ready');
