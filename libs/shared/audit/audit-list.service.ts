import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { currentActor } from '../server/actor.js';
import { Database } from '../server/database.js';
import { pageWindow, type Page, type PageInput } from '../server/page.js';
import { AuditEntry, type AuditFilter } from './audit.entity.js';
import { sees, sightOf, type Rows, type Sight } from './core/index.js';

/** What stands in the part of an entry that its reader may see. */
const inChanges = `exists (
  select from jsonb_each(coalesce(before, '{}') || coalesce(after, '{}')) as part (kind)
  where (kind = any (:shown) or (:rest and kind <> all (:known)))
    and (before ->> kind ilike :text or after ->> kind ilike :text))`;

const conditions: Record<keyof AuditFilter, string> = {
  actorId: 'actor_id = :actorId',
  action: 'action = :action',
  object: 'counts ? :object',
  objectId: 'object_ids @> array[:objectId]',
  outcome: 'outcome = :outcome',
  from: `at >= cast(:from as timestamp) at time zone (select time_zone from organization)`,
  to: `at < cast(:to as timestamp) at time zone (select time_zone from organization)`,
  text: `(action ilike :text or problem ilike :text or request_id ilike :text
    or array_to_string(object_ids, ' ') ilike :text or ${inChanges})`,
};

/** Searches the audit trail, newest first. */
@Injectable()
export class AuditList {
  constructor(private readonly database: Database) {}

  find(filter: AuditFilter, page?: PageInput | null): Promise<Page<AuditEntry>> {
    const { first, offset } = pageWindow(page);
    const sight = sightOf(currentActor().role);
    return this.database.transaction(async (tx) => {
      const query = tx.createQueryBuilder(AuditEntry, 'audit').orderBy('audit.sequence', 'DESC');
      narrow(query, filter, sight);
      const [rows, total] = await query.take(first).skip(offset).getManyAndCount();
      return { rows: rows.map((row) => asSeen(row, sight)), total };
    });
  }
}

function narrow(query: SelectQueryBuilder<AuditEntry>, filter: AuditFilter, sight: Sight): void {
  for (const [name, condition] of Object.entries(conditions)) {
    const wanted = filter[name as keyof AuditFilter];
    if (wanted) query.andWhere(condition, { [name]: wanted });
  }
  if (filter.text) query.setParameters({ ...sight, text: `%${escaped(filter.text)}%` });
}

const escaped = (text: string) => text.replace(/[\\%_]/g, String.raw`\$&`);

/** Pay and quotas in the trail are for those who may see pay and quotas. */
function asSeen(row: AuditEntry, sight: Sight): AuditEntry {
  const part = (rows: Rows | null) =>
    rows && Object.fromEntries(Object.entries(rows).filter(([table]) => sees(sight, table)));
  return Object.assign(row, { before: part(row.before), after: part(row.after) });
}
