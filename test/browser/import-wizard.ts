import type { Locator } from 'playwright-core';
import type { Visitor } from './stage.js';

export const counted = ['created', 'updated', 'unchanged', 'rejected'] as const;
export type Counts = Record<(typeof counted)[number], string>;
type Files = readonly string[] | readonly { name: string; mimeType: string; buffer: Buffer }[];

const longest = 60_000;

/** The import pages as a person uses them; remembers what axe and a ruler found on its way. */
export class ImportWizard {
  readonly faults: unknown[] = [];

  constructor(private readonly visitor: Visitor) {}

  /** Chooses files on the import page and sends them: the first one's columns come up. */
  async send(files: Files): Promise<void> {
    await this.visitor.open('/import');
    await this.visitor.page.locator('input[type=file]').setInputFiles(files);
    await this.look(this.visitor.page.getByText(this.visitor.say('import', 'queue.lead')));
    await this.visitor.press('import', `queue.send_${files.length === 1 ? 'one' : 'other'}`);
    await this.look(this.checking());
  }

  /** Has the file checked with its columns as they are; true when it holds names to explain. */
  async check(): Promise<boolean> {
    const { page } = this.visitor;
    // Until the answer is there, the page may still show what an earlier check found.
    const answered = page.waitForResponse(
      async (response) =>
        response.url().endsWith('/graphql') && (await response.text()).includes('"mapImport"'),
    );
    await this.checking().click();
    await answered;
    const names = page.getByText(this.visitor.say('import', 'values.lead'));
    await this.look(names.or(this.table()));
    return names.isVisible();
  }

  /** Picks what a name in the file means from the list; what was picked already is taken back. */
  async pick(value: string, meaning: string): Promise<void> {
    await this.meaningOf(value).click();
    await this.visitor.page.getByRole('option', { name: meaning, exact: true }).click();
  }

  /** Leaves the step of names; the trial run comes up. */
  async leaveNames(step: 'next' | 'nextWithout' = 'next'): Promise<void> {
    await this.visitor.press('import', `values.${step}`);
    await this.look(this.table());
  }

  async backToColumns(): Promise<void> {
    const name = this.visitor.say('import', 'step.columns');
    await this.visitor.page.getByRole('button', { name }).click();
    await this.checking().waitFor();
  }

  /** The four figures on the page, as they are written there. */
  async counts(): Promise<Counts> {
    const figures: Partial<Counts> = {};
    for (const name of counted) figures[name] = await this.figure(name).innerText();
    return figures as Counts;
  }

  /** Imports what was checked, or finishes when there is nothing new, and waits for the result. */
  async commit(): Promise<Counts> {
    const { page } = this.visitor;
    const [many, one] = ['other', 'one'].map((form) =>
      page.getByRole('button', { name: this.visitor.pattern('import', `check.commit_${form}`) }),
    );
    const nothing = page.getByRole('button', { name: this.visitor.say('import', 'check.finish') });
    await many!.or(one!).or(nothing).click();
    const done = page.getByRole('heading', { name: this.visitor.say('import', 'result.done') });
    await this.look(done);
    return this.counts();
  }

  async next(): Promise<void> {
    await this.visitor.press('import', 'result.next');
    await this.checking().waitFor();
  }

  private checking = () =>
    this.visitor.page.getByRole('button', { name: this.visitor.say('import', 'columns.next') });
  private table = () =>
    this.visitor.page.getByRole('heading', { name: this.visitor.say('import', 'check.sample') });
  private meaningOf = (value: string) =>
    this.visitor.page.getByRole('combobox', {
      name: this.visitor.say('import', 'values.means').replace('{{value}}', value),
    });
  private figure = (name: (typeof counted)[number]) =>
    this.visitor.page
      .getByRole('group', { name: this.visitor.say('import', `check.${name}`), exact: true })
      .locator('.figure');

  private async look(at: Locator): Promise<void> {
    await at.waitFor({ timeout: longest });
    const address = this.visitor.page.url();
    const overflow = await this.visitor.overflow();
    if (overflow) this.faults.push({ address, overflow });
    for (const finding of await this.visitor.findings()) this.faults.push({ address, finding });
  }
}
