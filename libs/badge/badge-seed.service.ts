import { OrganizationSeeds } from '@laurel/people';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { standardBadges } from './core/index.js';

/** Gives the organisation of the transaction the standard badges, or their newer versions. */
export async function seedBadges(tx: EntityManager): Promise<void> {
  await tx.query(
    `insert into badge (code, version, title, description, icon, criteria)
     select code, version, title, description, icon, criteria
     from jsonb_to_recordset($1) as standard
       (code text, version int, title jsonb, description jsonb, icon text, criteria jsonb)
     on conflict (organization_id, code) do update
       set version = excluded.version, title = excluded.title, description = excluded.description,
           icon = excluded.icon, criteria = excluded.criteria
       where badge.version < excluded.version`,
    [JSON.stringify(standardBadges)],
  );
}

/** Every new organisation starts with the standard badges. */
@Injectable()
export class BadgeSeed implements OnModuleInit {
  constructor(private readonly seeds: OrganizationSeeds) {}

  onModuleInit(): void {
    this.seeds.register(seedBadges);
  }
}
