import type { Locator } from 'playwright-core';
import type { Visitor } from './stage.js';

/** What finance does on the pages of periods. */
export class PeriodDesk {
  constructor(private readonly visitor: Visitor) {}

  /** Closes a period, open points or not, and locks it for ever. */
  async closeAndLock(name: string): Promise<void> {
    await this.visitor.open(`/periods/${name}`);
    await this.button('close').click();
    // The sign that shuts a dialog has the same name, and comes first.
    await this.dialog(this.button('close').or(this.button('closeAnyway')))
      .last()
      .click();
    await this.status('closed');
    await this.button('lock').click();
    await this.dialog(this.visitor.page.getByLabel(this.word('lockSure'))).check();
    await this.dialog(this.button('lock')).click();
    await this.status('locked');
  }

  private word = (key: string) => this.visitor.say('period', key);

  private button = (key: string) =>
    this.visitor.page.getByRole('button', { name: this.word(key), exact: true });

  private dialog = (part: Locator) => this.visitor.page.getByRole('dialog').locator('*').and(part);

  private status = (key: string) =>
    this.visitor.page
      .getByRole('main')
      .getByText(this.word(key), { exact: true })
      .first()
      .waitFor();
}
