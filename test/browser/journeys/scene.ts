import type { Role } from '@laurel/shared/core';
import type { Browser } from 'playwright-core';
import type { Laurel } from '../../harness/laurel.js';
import { demoAccounts, demoPassword } from '../../harness/demo.js';
import { type Language, Visitor } from '../stage.js';

/** Where journeys take place: the demo organisation in a language, and everybody who came in. */
export class Scene {
  private readonly visitors: Visitor[] = [];

  constructor(
    readonly laurel: Laurel,
    private readonly chromium: Browser,
    readonly language: Language,
  ) {}

  /** A browser of its own in which nobody is signed in. */
  async visitor(): Promise<Visitor> {
    const visitor = await Visitor.at(this.chromium, this.laurel.url, { language: this.language });
    this.visitors.push(visitor);
    return visitor;
  }

  async enter(role: Role): Promise<Visitor> {
    const visitor = await this.visitor();
    await visitor.signIn(demoAccounts[role], demoPassword);
    return visitor;
  }

  async close(): Promise<void> {
    await Promise.all(this.visitors.map((visitor) => visitor.leave()));
  }
}
