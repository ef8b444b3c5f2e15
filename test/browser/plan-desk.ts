import type { Locator } from 'playwright-core';
import type { Visitor } from './stage.js';

/** What finance does on the pages of plans. */
export class PlanDesk {
  constructor(private readonly visitor: Visitor) {}

  /** Publishes a new plan from a document, written in the editor, and waits for its page. */
  async publish(name: string, from: string, document: object): Promise<void> {
    const { page } = this.visitor;
    await this.visitor.open('/plans');
    await this.visitor.press('plan', 'add');
    await this.field('form.name').fill(name);
    await this.field('form.from').fill(from);
    await this.write(JSON.stringify(document));
    await this.visitor.press('plan', 'form.publish');
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  }

  /** Replaces what stands in the editor, by the keyboard as a person does. */
  async write(text: string): Promise<void> {
    const { keyboard } = this.visitor.page;
    await this.editor().click();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.insertText(text);
  }

  editor(): Locator {
    return this.visitor.page.getByRole('textbox', {
      name: this.visitor.say('plan', 'form.document'),
      exact: true,
    });
  }

  /** Chooses what a setting of the whole plan says, beside the text. */
  async choose(setting: string, value: string): Promise<void> {
    const { page } = this.visitor;
    const words = (key: string) => this.visitor.say('plan-setting', key);
    await page.getByRole('combobox', { name: words(`name.${setting}`) }).click();
    await page.getByRole('option', { name: words(`value.${setting}.${value}`) }).click();
  }

  /** Puts everybody of a role on the open plan, from its first day on. */
  async assignAll(role: 'rep' | 'manager'): Promise<void> {
    await this.visitor.press('plan', 'assign.action');
    const dialog = this.visitor.page.getByRole('dialog');
    const all = this.visitor.say('plan', `assign.all.${role}`);
    await dialog.getByRole('button', { name: all }).click();
    await this.visitor.press('plan', 'assign.confirm_other');
    await dialog.waitFor({ state: 'hidden' });
  }

  private field(key: string) {
    return this.visitor.page.getByLabel(this.visitor.say('plan', key));
  }
}
