import type { Browser } from './client.js';
import { products, sellers } from './force.js';
import { saveDeals, type DealInput } from './organization.js';
import type { Random } from './random.js';

/** What happens to deals at one time: some are saved, others removed. */
export type Step = { save: DealInput[]; remove: string[] };

type Event = { save: DealInput } | { remove: string };

const mostPerBatch = 300;
/** Operations that one request may hold. */
const mostRemovals = 15;

/**
 * What happened to some deals, in the order it happened to each: all are saved, some edited once or
 * twice, some removed, some of those saved again.
 */
export function historyOf(random: Random, count: number) {
  const ofEachDeal = Array.from({ length: count }, (_, i) => eventsOf(random, `deal-${i}`));
  return {
    /** One deal after the other, in large batches. */
    inOrder: () => inBatches(ofEachDeal.flat(), () => mostPerBatch),
    /** Deals mixed at random, each deal's own events in order, in batches of any size. */
    shuffled: (by: Random) => {
      const queues = ofEachDeal.map((events) => [...events]);
      const turns = by.shuffled(queues.flatMap((events) => events.map(() => events)));
      return inBatches(
        turns.map((events) => events.shift()!),
        () => 1 + by.below(mostPerBatch),
      );
    },
  };
}

function eventsOf(random: Random, externalId: string): Event[] {
  const events: Event[] = [{ save: dealOf(random, externalId) }];
  while (random.next() < 0.12) events.push({ save: dealOf(random, externalId) });
  if (random.next() < 0.08) {
    events.push({ remove: externalId });
    if (random.next() < 0.3) events.push({ save: dealOf(random, externalId) });
  }
  return events;
}

function dealOf(random: Random, externalId: string): DealInput {
  const status = random.pick(['won', 'won', 'won', 'open', 'lost']);
  const month = random.pick([2, 3, 3, 4]);
  const day = 1 + random.below(28);
  return {
    externalId,
    owner: random.pick(sellers),
    amount: String(random.below(3_000_000)),
    product: random.pick(products),
    status,
    closedOn: status === 'open' ? null : `2026-0${month}-${String(day).padStart(2, '0')}`,
  };
}

/** Cuts the events into batches that name no deal twice; a batch is saved and removed at once. */
function inBatches(events: Event[], nextSize: () => number): Step[] {
  const steps: Step[] = [];
  let taken = new Set<string>();
  let size = 0;
  for (const event of events) {
    const id = 'save' in event ? event.save.externalId : event.remove;
    if (taken.size >= size || taken.has(id)) {
      steps.push({ save: [], remove: [] });
      taken = new Set();
      size = nextSize();
    }
    const step = steps.at(-1)!;
    if ('save' in event) step.save.push(event.save);
    else step.remove.push(event.remove);
    taken.add(id);
  }
  return steps;
}

/** Does it all over the API. */
export async function applyHistory(browser: Browser, steps: readonly Step[]): Promise<void> {
  const ids = new Map<string, string>();
  for (const { save, remove } of steps) {
    if (save.length) {
      const { deals } = await saveDeals(browser, save);
      for (const [i, { id }] of deals.entries()) ids.set(save[i]!.externalId, id);
    }
    for (let start = 0; start < remove.length; start += mostRemovals) {
      const part = remove.slice(start, start + mostRemovals);
      const fields = part.map((id, i) => `a${i}: removeDeal(id: "${ids.get(id)}")`);
      await browser.ask(`mutation { ${fields.join(' ')} }`);
    }
  }
}
