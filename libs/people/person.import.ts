import {
  ImportKinds,
  References,
  type ImportContext,
  type ImportKind,
  type SavedRows,
} from '@laurel/shared';
import type { ParsedRow, Rejection } from '@laurel/shared/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nameKey } from './core/name.js';
import { personFields } from './core/person-fields.js';
import { readPerson, type RowFault } from './core/person-row.js';
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

  private readonly services;

  constructor(
    private readonly kinds: ImportKinds,
    private readonly references: References,
    members: MemberService,
    memberships: MembershipService,
    teams: TeamService,
  ) {
    this.services = { members, memberships, teams };
  }

  onModuleInit(): void {
    this.kinds.register(this);
  }

  keyOf({ email, name }: ParsedRow['values']): string | null {
    const key = email ?? name;
    return key == null ? null : nameKey(String(key));
  }

  async save(
    tx: EntityManager,
    rows: readonly ParsedRow[],
    { currency }: ImportContext,
  ): Promise<SavedRows> {
    const people = rows.map(readPerson);
    const roster = await PersonRoster.load(tx, this.references, people);
    const teams = await PersonTeams.load(tx, roster.knownIds());
    const batch = new PersonBatch(roster, teams, this.services, currency);
    const counts = { created: 0, updated: 0, unchanged: 0 };
    const rejections: Rejection[] = [];
    for (const [at, person] of people.entries()) {
      const fault = batch.fault(person);
      if (fault) rejections.push(rejection(rows[at]!, fault));
      else counts[await batch.save(person)] += 1;
    }
    await batch.settle();
    return { ...counts, rejections, changes: [], introduced: batch.introduced };
  }
}

function rejection({ row, values }: ParsedRow, fault: RowFault): Rejection {
  const value = values[fault.field];
  return { row, value: value == null ? null : String(value), ...fault };
}
