import { explain, type ExplainedLine } from '@laurel/commission/core';
import type { Browser as Chromium } from 'playwright-core';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { foundManyPlans, quarter } from '../harness/many-plans.js';
import { addressOf, password } from '../harness/organization.js';
import { seededRandom } from '../harness/random.js';
import { every } from '../harness/statements.js';
import { Dice } from '../reference/random/dice.js';
import { languages, openChromium, Visitor, type Language } from './stage.js';

const linesOnPage = 25;
const fields = `kind tier tierFrom tierTo base rate multiplier exact amount currency rounding creditedBefore quota detail`;

/** Kinds whose words tell the base and the rate, unless the amount is fixed. */
const byRate = new Set(['tier', 'flat', 'rate', 'matrix', 'override']);

type Line = ExplainedLine & { readonly kind: string; readonly amount: string };
type Told = { readonly words: string; readonly figures: string[] };

describe('the page of a statement', () => {
  let laurel: Laurel;
  let chromium: Chromium;
  let finance: Browser;
  let payees: string[];

  beforeAll(async () => {
    laurel = await startLaurel();
    const dice = new Dice(seededRandom().below(2 ** 31));
    finance = await foundManyPlans(laurel, dice, { payees: 20, dealsOfEach: 25 });
    const statements = await every<{ payee: { id: string } }>(
      finance,
      `query ($period: String!, $page: PageInput) { list: statements(period: $period, page: $page) { rows { payee { id } } total } }`,
      { period: quarter },
    );
    payees = statements.map(({ payee }) => payee.id);
    chromium = await openChromium();
  }, 180_000);

  afterAll(async () => {
    await chromium?.close();
    await laurel?.stop();
  });

  async function firstLines(id: string): Promise<Line[]> {
    const { statement } = await finance.ask<{ statement: { lines: { rows: Line[] } } }>(
      `query ($id: ID!, $period: String!, $page: PageInput) { statement(memberId: $id, period: $period) {
         lines(page: $page) { rows { ${fields} } } } }`,
      { id, period: quarter, page: { first: linesOnPage, offset: 0 } },
    );
    return statement.lines.rows;
  }

  it.each(languages)(
    'says in words and in figures what each line pays (%s)',
    async (language) => {
      const visitor = await Visitor.at(chromium, laurel.url, { language });
      await visitor.signIn(addressOf('Fin'), password);
      const wrong: unknown[] = [];
      let count = 0;
      for (const id of payees) {
        const lines = await firstLines(id);
        if (!lines.length) continue;
        await visitor.open(`/statements/${id}?period=${quarter}`);
        const told = await openAll(visitor, lines.length);
        lines.forEach((line, i) => {
          const { words, figures } = told[i]!;
          const wanted = plain(explain(line, language));
          if (
            words !== wanted ||
            !addsUp(figures, line, language) ||
            !sameFigures(words, figures, line)
          )
            wrong.push({ line, words, wanted, figures });
        });
        count += lines.length;
      }
      process.stdout.write(`lines read on the page (${language}): ${count}\n`);
      expect(wrong).toEqual([]);
      expect(count).toBeGreaterThan(150);
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
    },
    240_000,
  );
});

/** Opens every "Why?" of the page and reads what stands there. */
async function openAll(visitor: Visitor, count: number): Promise<Told[]> {
  const { page } = visitor;
  const reasons = page.getByRole('button', {
    name: new RegExp(`^${escaped(visitor.say('pay', 'why'))}`),
  });
  await reasons.nth(count - 1).waitFor();
  await reasons.evaluateAll((buttons) =>
    buttons.forEach((button) => (button as unknown as { click(): void }).click()),
  );
  const cells = page.locator('td[colspan]');
  await cells.nth(count - 1).waitFor();
  return cells.evaluateAll((all) =>
    all.map((cell) => ({
      words: (cell.querySelector('p')?.textContent ?? '').replaceAll(/\s+/g, ' '),
      figures: [...cell.querySelectorAll('dd')].map((value) => value.textContent ?? ''),
    })),
  );
}

/** The figures beneath the words, multiplied as they are written, come to what is paid. */
function addsUp(figures: readonly string[], line: Line, language: Language): boolean {
  if (!figures.length) return line.kind === 'spiff' || line.kind === 'correction';
  const paid = figures.at(-1)!;
  const [exact, factors] = paid.includes('≈')
    ? [figures.at(-2)!, figures.slice(0, -2)]
    : [paid, figures.slice(0, -1)];
  const product = factors.map((each) => valueOf(each, language)).reduce((a, b) => a * b, 1);
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(b));
  const cents = Math.round(valueOf(paid, language) * 100);
  return (
    near(product, valueOf(exact, language)) &&
    (line.kind === 'rounding' || cents === Number(line.amount))
  );
}

/** Where the words tell base, rate and amount, the figures beneath them are written alike. */
function sameFigures(words: string, figures: readonly string[], { kind, detail }: Line): boolean {
  if (!byRate.has(kind) || detail?.fixed) return true;
  const told = [...figures.slice(0, 2), figures.at(-1)!];
  return told.every((figure) => words.includes(plain(figure).replace(/^[×=≈] /, '')));
}

/** A figure as its language writes it; a percentage as a share. */
function valueOf(text: string, language: Language): number {
  const [point, group] = language === 'de' ? [',', '.'] : ['.', ','];
  const digits = text
    .replaceAll(group, '')
    .replace(point, '.')
    .replaceAll(/[^\d.-]/g, '');
  return Number(digits) / (text.includes('%') ? 100 : 1);
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
const escaped = (text: string) => text.replaceAll(/[?.]/g, String.raw`\$&`);
