import { Database, Periods, pageWindow, visibleMemberIds, type PageInput } from '@laurel/shared';
import { groupBy, kindOf, type DayRange } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { scoredIn, spellsIn, type AssignedVersion, type Scored } from './core/index.js';
import type { ObjectiveScore, ScoreSheet } from './score-sheet.js';

/** The list somebody fills in who scores a period: whose plans have what scored, and what it is so far. */
@Injectable()
export class ScoreSheets {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
  ) {}

  /** Members by name; only those whose plan in force has something scored, or who have scores. */
  page(period: string, search?: string | null, page?: PageInput | null): Promise<ScoreSheet> {
    const { first, offset } = pageWindow(page);
    const visible = visibleMemberIds('Query.scoreSheet');
    return this.database.transaction(async (tx) => {
      const range = await this.periods.range(tx, period);
      const named = await scoredByMember(tx, period, range);
      const found: { id: string }[] = await tx.query(membersNamed, [
        visible === 'all' ? null : visible,
        search ?? '',
        [...named.keys()],
        period,
      ]);
      const members = found.slice(offset, offset + first).map(({ id }) => id);
      const given = await givenScores(tx, period, members);
      const rows = members.map((memberId) => ({
        memberId,
        scores: merged(named.get(memberId) ?? [], given.get(memberId) ?? []),
      }));
      return { rows, total: found.length };
    });
  }
}

type Given = { memberId: string; objective: string; score: string; note: string | null };
type VersionRow = AssignedVersion & { memberId: string; versionId: string };

/** What is named in the plan in order, then what was scored without being named there. */
function merged(named: readonly Scored[], given: readonly Given[]): ObjectiveScore[] {
  const scores = new Map(given.map((score) => [score.objective, score]));
  const known = new Set(named.map(({ objective }) => objective));
  const others = given.filter(({ objective }) => !known.has(objective));
  return [...named, ...others.map(({ objective }) => ({ objective, title: null }))].map(
    ({ objective, title }) => ({
      objective,
      title,
      score: scores.get(objective)?.score ?? null,
      note: scores.get(objective)?.note ?? null,
    }),
  );
}

/** What each member's plans in the period have scored; members whose plan has nothing scored are left out. */
async function scoredByMember(
  tx: EntityManager,
  period: string,
  range: DayRange,
): Promise<Map<string, Scored[]>> {
  const versions: VersionRow[] = await tx.query(assigned, [range.from, range.to]);
  const documents: { id: string; document: { period?: string } }[] = await tx.query(
    `select id, document from plan_version where id = any($1)`,
    [[...new Set(versions.map(({ versionId }) => versionId))]],
  );
  const scored = new Map(
    documents.map(({ id, document }) => [
      id,
      document.period === kindOf(period) ? scoredIn(document) : [],
    ]),
  );
  const named = [...groupBy(versions, ({ memberId }) => memberId)].map(([memberId, own]) => {
    const all = spellsIn(own, range).flatMap(({ version }) => scored.get(version.versionId)!);
    return [memberId, distinct(all)] as const;
  });
  return new Map(named.filter(([, objectives]) => objectives.length));
}

/** Versions of a period may ask for the same: the last one knows its title best. */
const distinct = (scored: readonly Scored[]): Scored[] => [
  ...new Map(scored.map((each) => [each.objective, each])).values(),
];

const assigned = `
  select member_id as "memberId", plan_id as "planId", version.id as "versionId", number,
    effective_from as "effectiveFrom", from_day as "assignedFrom", to_day as "assignedTo"
  from plan_assignment join plan_version version using (organization_id, plan_id)
  where from_day < $2 and (to_day is null or to_day > $1) and effective_from < $2`;

const membersNamed = `
  select id from member
  where ($1::uuid[] is null or id = any($1)) and position(lower($2) in lower(name)) > 0
    and (id = any($3) or id in (select member_id from score where period = $4))
  order by name, id`;

async function givenScores(
  tx: EntityManager,
  period: string,
  members: readonly string[],
): Promise<Map<string, Given[]>> {
  const rows: Given[] = await tx.query(
    `select member_id as "memberId", objective, trim_scale(score)::text as score, note
     from score where period = $1 and member_id = any($2) order by objective`,
    [period, members],
  );
  return groupBy(rows, ({ memberId }) => memberId);
}
