import type { Browser } from './client.js';
import { dayAfter } from './days.js';

type Item = { id: string; text: string; version: number };
type Meeting = { day: string; topics: Item[]; actions: Item[] };
type Seen = { readonly hasTopic: boolean; readonly hasAction: boolean };

const topic = 'More time with customers';
const action = 'Visit the hospital in Kiel';

/** Two who meet every week, by number from the first of the quarter: what they do at each meeting. */
export class Pair {
  readonly manager = 'Leyla Aydemir';
  readonly rep = 'Jonas Wiegand';
  readonly seen: Seen[] = [];
  private oneOnOneId = '';
  private first = 0;
  private days: string[] = [];

  constructor(
    private readonly lead: Browser,
    private readonly member: Browser,
  ) {}

  /** Looks up which meeting is the first from a day on. */
  async begin(day: string): Promise<void> {
    const { oneOnOnes } = await this.member.ask<{
      oneOnOnes: { id: string; nextNumber: number; nextDay: string }[];
    }>(`{ oneOnOnes { id nextNumber nextDay } }`);
    const { id, nextNumber, nextDay } = oneOnOnes[0]!;
    if (nextDay < day) throw new Error('The next meeting is over.');
    [this.oneOnOneId, this.first] = [id, nextNumber];
    this.days = Array.from({ length: 13 }, (_, n) => dayAfter(nextDay, 7 * n));
  }

  /** On the evening of a day: whatever meeting was on it. */
  async meet(day: string): Promise<void> {
    const n = this.days.indexOf(day);
    if (n < 0) return;
    const { topics, actions } = await this.read(n);
    if (n === 0) await this.raise();
    this.seen.push({
      hasTopic: n === 0 || topics.some(({ text }) => text === topic),
      hasAction: n === 0 || actions.some(({ text }) => text === action),
    });
    if (n === 2) await this.settle(n, topics);
    if (n === 4) await this.finish(n, actions);
    if (n === 2) await this.save(3, { status: 'skipped', skipNote: 'Trade fair' });
    if (n === 6) await this.move(7);
    // The fourth was called off, and the sixth nobody thought of.
    if (n !== 3 && n !== 5) await this.save(n, { status: 'held' });
  }

  /** The days of which both are to be reminded. */
  get remindedOf(): string[] {
    return this.days.filter((_, n) => n !== 3);
  }

  /** What a week has seen where something lasted up to a meeting. */
  weeksWith(until: number): boolean[] {
    return this.days.map((_, n) => n <= until);
  }

  private async read(n: number): Promise<Meeting> {
    const { oneOnOneMeeting } = await this.member.ask<{ oneOnOneMeeting: Meeting }>(
      `query ($id: ID!, $number: Int!) { oneOnOneMeeting(oneOnOneId: $id, number: $number) {
         day topics { id text version } actions { id text } } }`,
      { id: this.oneOnOneId, number: this.first + n },
    );
    return oneOnOneMeeting;
  }

  private async raise(): Promise<void> {
    await this.member.ask(
      `mutation ($input: OneOnOneTopicInput!) { saveOneOnOneTopic(input: $input) { number } }`,
      { input: { ...this.at(0), text: topic } },
    );
    await this.lead.ask(
      `mutation ($input: OneOnOneActionInput!) { saveOneOnOneAction(input: $input) { number } }`,
      { input: { ...this.at(0), text: action, dueOn: dayAfter(this.days[0]!, 21) } },
    );
  }

  private settle(n: number, topics: readonly Item[]) {
    const { id, text, version } = topics.find((each) => each.text === topic)!;
    return this.lead.ask(
      `mutation ($input: OneOnOneTopicInput!) { saveOneOnOneTopic(input: $input) { number } }`,
      { input: { ...this.at(n), id, text, version, settled: true } },
    );
  }

  private finish(n: number, actions: readonly Item[]) {
    const { id, text } = actions.find((each) => each.text === action)!;
    return this.lead.ask(
      `mutation ($input: OneOnOneActionInput!) { saveOneOnOneAction(input: $input) { number } }`,
      { input: { ...this.at(n), id, text, done: true } },
    );
  }

  private async move(n: number): Promise<void> {
    this.days[n] = dayAfter(this.days[n]!, 1);
    await this.save(n, { day: this.days[n] });
  }

  private save(n: number, change: object) {
    return this.lead.ask(
      `mutation ($input: OneOnOneMeetingInput!) { saveOneOnOneMeeting(input: $input) { number } }`,
      { input: { ...this.at(n), ...change } },
    );
  }

  private at(n: number) {
    return { oneOnOneId: this.oneOnOneId, number: this.first + n };
  }
}
