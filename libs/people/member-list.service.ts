import { Database, pageWindow, scopeOf, visibleMemberIds, type PageInput } from '@laurel/shared';
import type { Role } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Member, type MemberPage } from './member.entity.js';

export type MemberFilter = {
  search?: string | null;
  role?: Role | null;
  /** true: here today; false: has left. */
  active?: boolean | null;
};

const here = `(member.leftOn is null or member.leftOn > today())`;
const gone = `member.leftOn <= today()`;

/** Finds people, as far as the permission table lets the current actor see. */
@Injectable()
export class MemberList {
  constructor(private readonly database: Database) {}

  /** A page of members by name. */
  page(filter: MemberFilter, page?: PageInput | null): Promise<MemberPage> {
    const { first, offset } = pageWindow(page);
    return this.database.transaction(async (tx) => {
      const query = narrowed(visible(tx, 'Query.members'), filter);
      const [rows, total] = await query
        .orderBy('member.name')
        .addOrderBy('member.id')
        .limit(first)
        .offset(offset)
        .getManyAndCount();
      return { rows, total };
    });
  }

  /** One member; null when there is none that the actor may see. */
  one(id: string): Promise<Member | null> {
    return this.database.transaction((tx) =>
      visible(tx, 'Query.member').andWhere('member.id = :id', { id }).getOne(),
    );
  }
}

function visible(tx: EntityManager, coordinate: string): SelectQueryBuilder<Member> {
  const ids = visibleMemberIds(coordinate);
  const query = tx.createQueryBuilder(Member, 'member').where('true');
  return ids === 'all' ? query : query.andWhere('member.id in (:...ids)', { ids });
}

function narrowed(
  query: SelectQueryBuilder<Member>,
  { search, role, active }: MemberFilter,
): SelectQueryBuilder<Member> {
  if (search) query.andWhere(`position(lower(:search) in ${searchedText()}) > 0`, { search });
  if (role) query.andWhere('member.role = :role', { role });
  if (active != null) query.andWhere(active ? here : gone);
  return query;
}

/** Whoever may not see addresses cannot find them out by searching either. */
const searchedText = () =>
  scopeOf('Member.email') === 'all'
    ? `lower(member.name || ' ' || member.email)`
    : 'lower(member.name)';
