import {
  Credential,
  Member,
  Membership,
  Passwords,
  SignUpService,
  TeamService,
} from '@laurel/people';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { emailOf, leadingNames } from './names.js';
import type { DemoOrganization } from './organization.js';
import type { Seat } from './seats.js';
import { regions, teams } from './teams.js';

export const firm = {
  name: 'Alder & Finch',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  locale: 'en',
} as const;

/** One for all four accounts: a demo is there to be looked at. */
export const demoPassword = 'alder-finch-demo';

/** The firm itself and everybody in it. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly passwords: Passwords,
    private readonly signUp: SignUpService,
    private readonly teams: TeamService,
  ) {}

  /** Makes the transaction's organisation with nobody but its admin, whose id is the answer. */
  async found(tx: EntityManager): Promise<string> {
    const name = leadingNames.admin;
    const passwordHash = await this.passwords.hash(demoPassword);
    return this.signUp.create(tx, firm, { name, email: emailOf(name) }, passwordHash);
  }

  /** Teams, people and their places; the answer is the member of each seat. Nothing is computed from them yet. */
  async settle(tx: EntityManager, adminId: string, demo: DemoOrganization) {
    const members = demo.seats.map((seat) => this.memberOf(tx, seat, adminId, demo));
    const [admin, ...others] = members;
    await tx.update(Member, { id: adminId }, { hiredOn: admin!.hiredOn });
    await tx.insert(Member, others);
    await this.letIn(tx, adminId, others);
    const idOf = new Map(demo.seats.map((seat, i) => [seat, members[i]!.id]));
    await this.place(tx, idOf);
    return idOf;
  }

  private memberOf(tx: EntityManager, seat: Seat, adminId: string, { people }: DemoOrganization) {
    const { role, hiredOn, leftOn } = seat;
    const id = role === 'admin' ? { id: adminId } : {};
    return tx.create(Member, {
      ...id,
      ...people.get(seat)!,
      role,
      hiredOn,
      leftOn,
      currency: firm.currency,
    });
  }

  /** The other accounts a visitor may use have the admin's password. */
  private async letIn(tx: EntityManager, adminId: string, members: Member[]): Promise<void> {
    const { passwordHash } = await tx.findOneByOrFail(Credential, { memberId: adminId });
    const names: readonly string[] = Object.values(leadingNames);
    const visitors = members.filter(({ name }) => names.includes(name));
    await tx.insert(
      Credential,
      visitors.map(({ id, email }) => ({ memberId: id, email, passwordHash })),
    );
  }

  private async place(tx: EntityManager, idOf: ReadonlyMap<Seat, string>): Promise<void> {
    const teamIds = new Map<string, string>();
    for (const name of regions) teamIds.set(name, (await this.teams.save({ name })).id);
    for (const { name, region } of teams)
      teamIds.set(name, (await this.teams.save({ name, parentId: teamIds.get(region)! })).id);
    const places = [...idOf].flatMap(([{ places: held }, memberId]) =>
      held.map(({ team, ...place }) => ({ ...place, memberId, teamId: teamIds.get(team)! })),
    );
    await tx.insert(Membership, places);
  }
}
