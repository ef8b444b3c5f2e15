import { Database, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Credential } from './credential.entity.js';
import { Loader, keyedBy } from './loader.js';
import { Member } from './member.entity.js';

/** Members for fields such as `Deal.owner`: one statement for all of a request. */
@Injectable()
export class MemberLoader {
  private readonly members = new Loader(async (ids) =>
    keyedBy(await this.find(ids), ({ id }) => id),
  );
  private readonly credentials = new Loader((ids) => this.findSignIns(ids));

  constructor(private readonly database: Database) {}

  /** The member; a Problem when the organisation has none with this id. */
  async load(id: string): Promise<Member> {
    const member = await this.members.load(id);
    if (!member) throw new Problem('NOT_FOUND', 'There is no such person here.', { id });
    return member;
  }

  /** Has the member set a password? */
  async hasSignIn(id: string): Promise<boolean> {
    return (await this.credentials.load(id)) ?? false;
  }

  /** Forgets what this request has read: call it after a change. */
  forget(): void {
    this.members.forget();
    this.credentials.forget();
  }

  private find(ids: string[]): Promise<Member[]> {
    return this.database.transaction((tx) => tx.findBy(Member, { id: In(ids) }));
  }

  private async findSignIns(ids: string[]): Promise<Map<string, boolean>> {
    const found = await this.database.transaction((tx) =>
      tx.find(Credential, { select: { memberId: true }, where: { memberId: In(ids) } }),
    );
    return new Map(found.map(({ memberId }) => [memberId, true]));
  }
}
