import { ImportKinds, References, type ImportKind, type SavedRows } from '@laurel/shared';
import type { ParsedRow, Rejection } from '@laurel/shared/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nameKey } from './core/name.js';
import { personFields } from './core/person-fields.js';
import { readPerson } from './core/person-row.js';
import { MemberService } from './member.service.js';
import { MembershipService } from './membership.service.js';
import { PersonBatch } from './person-batch.js';
import { PersonRoster } from './person-roster.js';
import { PersonTeams } from './person-teams.js';
import { TeamService } from './team.service.js';

/** Files of people and teams. Managers who have no row of their own are added from the manager column. */
@Injectable()
export class PersonImport implements ImportKind, OnModuleInit {
  readonly kind = 'person';
  readonly fields = personFields;
  /** A file can make administrators: only they may import one. */
  readonly importableBy = ['admin'] as const;

  constructor(
    private readonly kinds: ImportKinds,
    private readonly members: MemberService,
    private readonly memberships: MembershipService,
    private readonly references: References,
    private readonly teams: TeamService,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  keyOf({ email, name }: ParsedRow['values']): string | null {
    const key = email ?? name;
    return key == null ? null : nameKey(String(key));
  }

  async save(tx: EntityManager, rows: readonly ParsedRow[]): Promise<SavedRows> {
    const people = rows.map(readPerson);
    const roster = await PersonRoster.load(tx, this.references, people);
    const teams = new PersonTeams(tx, this.teams, this.memberships);
    const batch = new PersonBatch(roster, teams, this.members);
    const counts = { created: 0, updated: 0, unchanged: 0 };
    const rejections: Rejection[] = [];
    for (const [at, person] of people.entries()) {
      const fault = await batch.fault(person);
      if (!fault) counts[await batch.save(person)] += 1;
      else {
        const value = rows[at]!.values[fault.field];
        rejections.push({ row: person.row, value: value == null ? null : String(value), ...fault });
      }
    }
    return { ...counts, rejections, changes: [], introduced: batch.introduced };
  }
}
