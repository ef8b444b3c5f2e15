import { Quotas, Scores, TargetPays } from '@laurel/goal';
import { ExchangeRates, Periods } from '@laurel/shared';
import { groupBy, kindOf, type DayRange, type PeriodKind } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type Asked,
  exchanged,
  foreignCurrencies,
  type Partition,
  type PayableCredit,
  type Spell,
  spellsIn,
  type TeamPool,
  type Trial,
  replaced,
  triedVersion,
} from './core/index.js';
import { assignedIn, assignedVersions, type VersionRow } from './assigned-version.js';
import { creditsByPayee, type Summed } from './payable-credit.js';
import { type PlanOfVersion, plansOf, withAsked } from './plan-document.js';
import { TeamPools } from './team-pool.service.js';
import { type YearAround, yearAround } from './year-around.js';

/** A partition and the version of the plan that pays it. */
export type LoadedPartition = Partition & {
  readonly planVersionId: string;
  readonly earlierVersions?: readonly LoadedPartition[];
};

/** What decides the pay of a payee's period beside the credits, and which credits have to be read for it. */
export type PartitionFacts = Omit<
  LoadedPartition,
  'credits' | 'earlier' | 'range' | 'earlierVersions'
> & {
  readonly range: DayRange;
  /** For all versions that pay the period; what is rolled up, deal by deal or as sums. */
  readonly read: DayRange & { readonly attributes: boolean; readonly rolledUp: boolean };
  readonly earlierVersions?: readonly PartitionFacts[];
};

/** The facts with the credits of their days, of more that were read: those of the period, and of the year before it. */
export function withCredits(
  { read, earlierVersions, ...facts }: PartitionFacts,
  credits: readonly PayableCredit[],
): LoadedPartition {
  const { from, to } = facts.range;
  const within = credits.filter(({ creditedOn }) => creditedOn >= from && creditedOn < to);
  const before = ({ creditedOn }: PayableCredit) => creditedOn >= read.from && creditedOn < from;
  return {
    ...facts,
    credits: within,
    ...(facts.yearRange && { earlier: credits.filter(before) }),
    ...(earlierVersions && {
      earlierVersions: earlierVersions.map((each) => withCredits(each, credits)),
    }),
  };
}

/** Reads what decides the pay of one payee in one period, or of many. */
@Injectable()
export class Partitions {
  constructor(
    private readonly periods: Periods,
    private readonly quotas: Quotas,
    private readonly rates: ExchangeRates,
    private readonly scores: Scores,
    private readonly targetPays: TargetPays,
    private readonly pools: TeamPools,
  ) {}

  /** Null when no plan pays the payee by periods of this kind. */
  async load(tx: EntityManager, payeeId: string, period: string): Promise<LoadedPartition | null> {
    const facts = await this.facts(tx, [payeeId], period);
    return (await this.withOwn(tx, facts, [])).get(payeeId) ?? null;
  }

  /** Those of several payees to pay them, without those whom no plan pays: what need not come deal by deal is summed. */
  async loadAll(
    tx: EntityManager,
    payeeIds: readonly string[],
    period: string,
  ): Promise<Map<string, LoadedPartition>> {
    const facts = await this.facts(tx, payeeIds, period);
    return this.withOwn(tx, facts, [...facts].flatMap(summedOf));
  }

  /** The facts with each payee's credits. */
  private async withOwn(
    tx: EntityManager,
    facts: ReadonlyMap<string, PartitionFacts>,
    summed: readonly Summed[],
  ): Promise<Map<string, LoadedPartition>> {
    if (!facts.size) return new Map();
    const read = joined([...facts.values()].map((known) => known.read));
    const credits = await creditsByPayee(tx, [...facts.keys()], read, summed);
    const loaded = new Map<string, LoadedPartition>();
    for (const [payeeId, known] of facts)
      loaded.set(payeeId, withCredits(known, credits.get(payeeId) ?? []));
    return this.inPlanCurrency(tx, loaded, read);
  }

  private async inPlanCurrency(
    tx: EntityManager,
    partitions: ReadonlyMap<string, LoadedPartition>,
    days: DayRange,
  ): Promise<Map<string, LoadedPartition>> {
    const known = new Map<string, LoadedPartition>();
    for (const [payeeId, partition] of partitions) {
      const foreign = foreignCurrencies(partition);
      const rates = await this.rates.between(tx, partition.plan.currency, foreign, days);
      known.set(payeeId, exchanged(partition, rates, partition.range!.from));
    }
    return known;
  }

  /** The same as `facts` by period, for several one after the other. */
  async factsInEach(
    tx: EntityManager,
    payeeIds: readonly string[],
    periods: readonly string[],
  ): Promise<Map<string, Map<string, PartitionFacts>>> {
    const ranges = await Promise.all(periods.map((period) => this.periods.range(tx, period)));
    const versions = await assignedVersions(tx, payeeIds, spanned(ranges));
    const each = periods.map(
      async (period) => [period, await this.facts(tx, payeeIds, period, { versions })] as const,
    );
    return new Map(await Promise.all(each));
  }

  /** By payee; without those whom no plan pays by periods of this kind. Versions may have been read for more than the period. */
  async facts(
    tx: EntityManager,
    payeeIds: readonly string[],
    period: string,
    { trial, versions: read }: { trial?: Trial; versions?: readonly VersionRow[] } = {},
  ): Promise<Map<string, PartitionFacts>> {
    const range = await this.periods.range(tx, period);
    const [known, quotas, scores] = await Promise.all([
      read ? assignedIn(read, range) : assignedVersions(tx, payeeIds, range),
      this.quotas.of(tx, period, payeeIds),
      this.scores.of(tx, period, payeeIds),
    ]);
    const assigned = groupBy(trial ? replaced(known, trial) : known, ({ payeeId }) => payeeId);
    const all = [...assigned.values()].map((own) => spellsIn(own, range));
    const versions = all.flatMap((spells) => spells.map(({ version }) => version));
    const documents = await plansOf(tx, versions);
    if (trial) documents.set(triedVersion, trial.plan);
    const plans = withAsked(documents);
    const paying = all.flatMap((spells) => {
      const own = spellsOfKind(spells, plans, kindOf(period));
      return own.length ? [own] : [];
    });
    const named = paying.map(([first]) => first!.version.payeeId);
    const year = yearAround(period, await this.periods.calendar(tx));
    const asks = (what: keyof Asked) =>
      paying.flat().some(({ version }) => plans.get(version.id)!.asked[what]);
    const sharing = paying.flatMap((spells) => {
      const { version } = spells.at(-1)!;
      const { plan, asked } = plans.get(version.id)!;
      return asked.pool ? [{ version, plan }] : [];
    });
    const facts = {
      ...year,
      range,
      quotas,
      scores,
      yearQuotas: asks('year') ? await this.quotas.of(tx, year.name, named) : none,
      targetPays: asks('target') ? await this.targetPays.of(tx, period, named) : none,
      yearTargetPays:
        asks('target') && asks('year') ? await this.targetPays.of(tx, year.name, named) : none,
      pools: sharing.length
        ? await this.pools.of(tx, sharing, { range, kind: kindOf(period) })
        : noPools,
    };
    return new Map(
      paying.map((spells) => [spells[0]!.version.payeeId, factsOf(spells, plans, facts)]),
    );
  }
}

/** What has to be read for all of them. */
export const joined = (reads: readonly PartitionFacts['read'][]): PartitionFacts['read'] =>
  reads.reduce((all, { from, to, attributes, rolledUp }) => ({
    ...spanned([all, { from, to }]),
    attributes: all.attributes || attributes,
    rolledUp: all.rolledUp || rolledUp,
  }));

/** From the first day of any of them to the last of any. */
export const spanned = (ranges: readonly DayRange[]): DayRange =>
  ranges.reduce((all, { from, to }) => ({
    from: from < all.from ? from : all.from,
    to: to > all.to ? to : all.to,
  }));

const summedOf = ([payeeId, { plan, range, read }]: [string, PartitionFacts]): Summed[] =>
  read.rolledUp ? [] : [{ payeeId, currency: plan.currency, ...range }];

const none: ReadonlyMap<string, bigint> = new Map();
const noPools: ReadonlyMap<string, TeamPool> = new Map();

type Known = YearAround & {
  readonly range: DayRange;
  readonly quotas: ReadonlyMap<string, bigint>;
  readonly yearQuotas: ReadonlyMap<string, bigint>;
  readonly targetPays: ReadonlyMap<string, bigint>;
  readonly yearTargetPays: ReadonlyMap<string, bigint>;
  readonly scores: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly pools: ReadonlyMap<string, TeamPool>;
};
type VersionSpell = Spell<VersionRow>;
type Plans = ReadonlyMap<string, PlanOfVersion>;

/**
 * Those whose plan pays by periods of this kind. A period is paid in one currency: where the versions have several, the last one
 * pays all of it.
 */
function spellsOfKind(
  spells: readonly VersionSpell[],
  plans: Plans,
  kind: PeriodKind,
): VersionSpell[] {
  const planOf = ({ version }: VersionSpell) => plans.get(version.id)!.plan;
  const own = spells.filter((spell) => planOf(spell).period === kind);
  const last = own.at(-1);
  if (own.every((spell) => planOf(spell).currency === planOf(last!).currency)) return own;
  return [{ ...last!, from: own[0]!.from }];
}

/** The facts of the version that pays the period last, with those of the versions before it. */
function factsOf(spells: readonly VersionSpell[], plans: Plans, known: Known): PartitionFacts {
  const own = spells.map((spell, i) =>
    factsOfVersion(spell, plans.get(spell.version.id)!, known, i === spells.length - 1),
  );
  const last = own.at(-1)!;
  if (own.length === 1) return last;
  const read = joined(own.map((each) => each.read));
  return { ...last, read, earlierVersions: own.slice(0, -1) };
}

function factsOfVersion(
  { version: row, from: first, to }: VersionSpell,
  { plan, asked }: PlanOfVersion,
  known: Known,
  last: boolean,
): PartitionFacts {
  const { range, yearRange, place } = known;
  const own = (amounts: ReadonlyMap<string, bigint>) => {
    const amount = amounts.get(row.payeeId);
    return amount === undefined ? null : { amount, currency: row.payeeCurrency };
  };
  const from = asked.year ? yearRange.from : range.from;
  const isWhole = first === range.from && to === range.to;
  return {
    plan,
    planVersionId: row.id,
    quota: own(known.quotas),
    range,
    read: {
      from,
      to: range.to,
      attributes: asked.attributes,
      rolledUp: asked.rolledUp || asked.year || !isWhole,
    },
    ...(!isWhole && { span: { from: first, to, last } }),
    active: activeDays(row),
    place,
    scores: known.scores.get(row.payeeId) ?? {},
    ...(asked.year && { yearQuota: own(known.yearQuotas), yearRange }),
    ...(asked.target && { targetPay: own(known.targetPays) }),
    ...(asked.target && asked.year && { yearTargetPay: own(known.yearTargetPays) }),
    ...(asked.pool && { pool: known.pools.get(row.payeeId) ?? null }),
    ...(asked.tenure && { tenure: known.tenureSince(row.hiredOn) }),
  };
}

/** The days on which a payee is here and paid by the plan. */
function activeDays({ assignedFrom, assignedTo, hiredOn, leftOn }: VersionRow) {
  const from = hiredOn !== null && hiredOn > assignedFrom ? hiredOn : assignedFrom;
  const to = [assignedTo, leftOn].filter((day) => day !== null).toSorted()[0] ?? null;
  return { from, to };
}
