import type { PipelineRow } from '../harness/plain-pay.js';
import type { Visitor } from './stage.js';

export type ToldChange = { deal: string; text: string; difference: bigint };

/** The late changes of a page as a reader sees them. */
export class LateChangeDesk {
  constructor(private readonly visitor: Visitor) {}

  /** Each changed deal, all that stands in its row, and its difference in cents. */
  async read(): Promise<ToldChange[]> {
    await this.rows().first().waitFor();
    const rows = await this.rows().all();
    return Promise.all(
      rows.map(async (row) => {
        const money = await row.locator('.money').last().innerText();
        const text = (await row.innerText()).replaceAll(/\s+/g, ' ');
        const deal = (await row.getAttribute('data-change'))!;
        return { deal, text, difference: centsOf(money) };
      }),
    );
  }

  /** Opens "Why?" of a deal, and answers what it tells. */
  async why(deal: string): Promise<string> {
    const row = this.visitor.page.locator(`[data-change="${deal}"]`);
    await row.getByRole('button').click();
    return (await row.getByRole('table').innerText()).replaceAll(/\s+/g, ' ');
  }

  /** What the page is to say of the change of a row. */
  wordsFor(before: PipelineRow | undefined, after: PipelineRow): string {
    const [was, is] = [this.told(before, after), this.told(after, before)];
    return `${was} → ${this.visitor.say('late-change', 'now')} ${is}`;
  }

  private told(row: PipelineRow | undefined, other: PipelineRow | undefined): string {
    if (!row) return '–';
    const { visitor } = this;
    const status = (stage: string) => visitor.say('deal', `status.${stage.toLowerCase()}`);
    if (row.deal_stage !== (other?.deal_stage ?? '')) return status(row.deal_stage);
    if (row.sales_agent !== other?.sales_agent) return row.sales_agent;
    if (row.product !== other?.product) return row.product;
    return new Intl.NumberFormat(visitor.language, { style: 'currency', currency: 'USD' })
      .format(Number(row.close_value))
      .replaceAll(/\s/g, ' ');
  }

  private rows = () => this.visitor.page.locator('[data-change]');
}

const centsOf = (money: string): bigint =>
  BigInt((/[-−]/.test(money) ? '-' : '') + money.replaceAll(/\D/g, ''));
