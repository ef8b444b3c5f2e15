import { explain } from '@laurel/commission/core';
import { currencyExponent, groupBy } from '@laurel/shared/core';
import { parse } from 'csv-parse/sync';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { foundManyPlans, quarter } from '../harness/many-plans.js';
import { seededRandom } from '../harness/random.js';
import { every } from '../harness/statements.js';
import { Fraction } from '../reference/fraction.js';
import { Dice } from '../reference/random/dice.js';

const lineCount = 1_000;

type Named = { readonly name: string };
type Tier = { readonly from: string; readonly to?: string; readonly rate?: string };
type Component = Named & { readonly kind: string; readonly tiers?: readonly Tier[] };
type Line = Parameters<typeof explain>[0] & {
  readonly component: string;
  readonly tier: number | null;
  readonly amount: string;
  readonly payee: { readonly id: string };
  readonly deal: {
    readonly credits: readonly {
      readonly payee: { readonly id: string };
      readonly amount: string;
    }[];
  } | null;
  readonly planVersion: {
    readonly document: {
      readonly components: readonly Component[];
      readonly limits?: readonly Named[];
    };
  };
};

const fields = `component kind tier tierFrom tierTo base rate multiplier exact amount currency rounding creditedBefore
  quota detail payee { id } deal { credits { payee { id } amount } } planVersion { document }`;

/** Kinds whose words tell the base and the rate, unless the amount is fixed. */
const byRate = new Set(['tier', 'flat', 'rate', 'matrix', 'override']);
const things = new Set(['count', 'quantity']);

describe('a line of pay', () => {
  let laurel: Laurel;
  let lines: Line[];
  let all: Line[];
  let finance: Browser;

  beforeAll(async () => {
    laurel = await startLaurel();
    const dice = new Dice(seededRandom().below(2 ** 31));
    finance = await foundManyPlans(laurel, dice);
    all = await readLines(finance);
    expect(all.length).toBeGreaterThan(lineCount);
    lines = dice.shuffled(all).slice(0, lineCount);
    const kinds = [...groupBy(lines, ({ kind }) => kind)];
    const counts = kinds.map(([kind, some]) => `${kind} ${some.length}`);
    process.stdout.write(`lines: ${counts.join(', ')}\n`);
  }, 300_000);
  afterAll(() => laurel?.stop());

  async function readLines(from: Browser): Promise<Line[]> {
    const statements = await every<{ payee: { id: string } }>(
      from,
      `query ($period: String!, $page: PageInput) { list: statements(period: $period, page: $page) { rows { payee { id } } total } }`,
      { period: quarter },
    );
    const read: Line[] = [];
    for (const { payee } of statements)
      for (let total = 1, of = 0; of < total;) {
        const { statement } = await from.ask<{
          statement: { lines: { rows: Line[]; total: number } };
        }>(
          `query ($id: ID!, $period: String!, $page: PageInput) { statement(memberId: $id, period: $period) {
             lines(page: $page) { rows { ${fields} } total } } }`,
          { id: payee.id, period: quarter, page: { first: 200, offset: of } },
        );
        read.push(...statement.lines.rows);
        of += statement.lines.rows.length;
        total = statement.lines.total;
      }
    return read;
  }

  /** Every line that does not do what it is to do. */
  const failing = (holds: (line: Line) => boolean) => lines.filter((line) => !holds(line));

  it('comes from a part of the plan’s version that pays it, and names the tier as that writes it', () => {
    expect(
      failing(({ component, kind, tier, tierFrom, rate, detail, planVersion }) => {
        const { components, limits = [] } = planVersion.document;
        if (kind === 'rounding' || limits.some(({ name }) => name === component)) return true;
        const part = components.find(({ name }) => name === component);
        if (kind !== 'tier' || !part?.tiers) return part !== undefined;
        const written = part.tiers[tier!];
        const same = (a: string, b: string) => Fraction.read(a).compare(Fraction.read(b)) === 0;
        if (!written || !same(written.from, tierFrom!)) return false;
        // What is paid for each thing is written in euros, and told in cents.
        const cents = Fraction.of(things.has(detail?.measure ?? '') ? 100 : 1);
        const due = written.rate && cents.times(Fraction.read(written.rate));
        return detail?.fixed === true || !due || due.compare(Fraction.read(rate)) === 0;
      }),
    ).toEqual([]);
  });

  it('comes from a credit of its payee, if it is about a deal', () => {
    expect(
      failing(
        ({ deal, payee }) => !deal || deal.credits.some((credit) => credit.payee.id === payee.id),
      ),
    ).toEqual([]);
    expect(lines.filter(({ deal }) => deal).length).toBeGreaterThan(lineCount / 4);
  });

  it('adds up: base × rate × multiplier is exact, and exact rounded once is what is paid', () => {
    expect(
      failing(({ base, rate, multiplier, exact, amount, rounding, kind }) => {
        const [product, told] = [
          [base, rate, multiplier].map(Fraction.read).reduce((a, b) => a.times(b)),
          Fraction.read(exact),
        ];
        const rounded = told.round(rounding as 'half-even' | 'half-up');
        return product.compare(told) === 0 && (kind === 'rounding' || rounded === BigInt(amount));
      }),
    ).toEqual([]);
  });

  it('stands in the commission report', async () => {
    const report = await finance.fetch(`/exports/commission.csv?period=${quarter}`);
    const rows: { entry: string; amount: string }[] = parse(await report.text(), {
      columns: true,
      bom: true,
    });
    const paid = rows.filter(({ entry }) => entry === 'earning').map(({ amount }) => amount);
    const cents = paid.map((amount) => String(Math.round(Number(amount) * 100)));
    expect(cents.toSorted()).toEqual(all.map(({ amount }) => amount).toSorted());
  });

  it.each(['en', 'de'])('says its figures in words (%s)', (locale) => {
    expect(
      failing((line) => {
        const { kind, base, rate, amount, detail, currency } = line;
        const said = explain(line, locale);
        const money = (minor: string) => told(minor, currencyExponent(currency), locale, currency);
        if (kind === 'gate') return said.includes(money(base));
        if (kind === 'formula') return said.includes(money(base));
        if (!byRate.has(kind) || detail?.fixed || things.has(detail?.measure ?? ''))
          return said.includes(money(amount));
        const percent = told(rate, 0, locale);
        return [money(base), percent, money(amount)].every((figure) => said.includes(figure));
      }).map((line) => ({ line, said: explain(line, locale) })),
    ).toEqual([]);
  });
});

/** A number as a reader of the language writes it: money of a currency, or else a percentage. "" for one without an end. */
function told(text: string, digits: number, locale: string, currency?: string): string {
  if (text.includes('/')) return '';
  const exact = `${text}e-${digits}` as Intl.StringNumericLiteral;
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: 20,
    ...(currency
      ? { style: 'currency', currency, minimumFractionDigits: digits }
      : { style: 'percent' }),
  }).format(exact);
}
