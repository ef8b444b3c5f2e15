import { Live } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Award } from './award.entity.js';
import { Badge } from './badge.entity.js';
import { type Earned, evaluate, type Facts, revocationReason, settle } from './core/index.js';
import { FactsService } from './facts.service.js';

type Announced = { awardId: string; memberId: string };

/** Gives badges to those who have earned them, and takes them back when what they rest on is gone. */
@Injectable()
export class Awarding {
  constructor(
    private readonly facts: FactsService,
    private readonly live: Live,
  ) {}

  /** Judges every badge that is earned in this period, or "ever"; for everybody, or only where these members moved. */
  async settle(
    tx: EntityManager,
    period: string,
    span: string,
    moved: readonly string[] | null,
  ): Promise<void> {
    const enabled = await tx.findBy(Badge, { enabled: true });
    const badges = enabled.filter(({ criteria }) => criteria.in === span);
    if (!badges.length) return;
    const judged = moved && (await this.movedWithLeaders(tx, period, badges, moved));
    const earned = badges.map((): Earned[] => []);
    for await (const facts of judged
      ? [await this.facts.of(tx, period, badges, judged)]
      : this.facts.ofEverybody(tx, period, badges))
      for (const [i, badge] of badges.entries()) earned[i]!.push(...earnedOf(badge, facts));
    for (const [i, badge] of badges.entries())
      await this.settleBadge(tx, badge, period, earned[i]!, judged);
  }

  /** Who moves may also take the lead, or leave it to others. */
  private async movedWithLeaders(
    tx: EntityManager,
    period: string,
    badges: readonly Badge[],
    moved: readonly string[],
  ): Promise<string[]> {
    const codes = badges.flatMap(({ code, criteria }) =>
      criteria.kind === 'topOfBoard' ? code : [],
    );
    const led = await tx.findBy(Award, { badgeCode: In(codes), period, revokedAt: IsNull() });
    const lead = await this.facts.leaders(tx, period, badges);
    return [...new Set([...moved, ...led.map(({ memberId }) => memberId), ...lead])];
  }

  private async settleBadge(
    tx: EntityManager,
    badge: Badge,
    period: string,
    earned: readonly Earned[],
    judged: readonly string[] | null,
  ): Promise<void> {
    const held = await tx.findBy(Award, {
      badgeCode: badge.code,
      period,
      ...(judged && { memberId: In(judged) }),
    });
    const { award, amend, revoke } = settle(held.map(asHeld), earned);
    const written = await write(tx, badge, period, [...award, ...amend]);
    const awarded = new Set(award.map(({ memberId }) => memberId));
    const taken = await takeBack(tx, badge, period, revoke);
    for (const one of [...written.filter(({ memberId }) => awarded.has(memberId)), ...taken])
      await this.live.publish(tx, 'award', one);
  }
}

const asHeld = (award: Award) => ({
  memberId: award.memberId,
  version: award.badgeVersion,
  evidence: award.evidence,
  revoked: award.revokedAt !== null,
});

const earnedOf = ({ criteria, version }: Badge, facts: ReadonlyMap<string, Facts>): Earned[] =>
  [...facts].flatMap(([memberId, known]) => {
    if (!known.deals.length) return [];
    const { earned, evidence } = evaluate(criteria, known);
    return earned ? [{ memberId, version, evidence }] : [];
  });

/** New awards, amended evidence, and awards earned again: whoever had lost it is awarded anew. */
const write = async (
  tx: EntityManager,
  { code, version }: Badge,
  period: string,
  earned: readonly Earned[],
): Promise<Announced[]> =>
  earned.length === 0
    ? []
    : tx.query(
        `insert into award (badge_code, badge_version, member_id, period, evidence)
         select $1, $2, member_id, $3, evidence
         from unnest($4::uuid[], $5::jsonb[]) as earned (member_id, evidence)
         on conflict (organization_id, badge_code, member_id, period) do update
           set badge_version = excluded.badge_version, evidence = excluded.evidence,
               awarded_at = case when award.revoked_at is null then award.awarded_at else now() end,
               revoked_at = null, reason = null
         returning id as "awardId", member_id as "memberId"`,
        [
          code,
          version,
          period,
          earned.map(({ memberId }) => memberId),
          earned.map(({ evidence }) => JSON.stringify(evidence)),
        ],
      );

async function takeBack(
  tx: EntityManager,
  { code, criteria }: Badge,
  period: string,
  memberIds: string[],
): Promise<Announced[]> {
  if (!memberIds.length) return [];
  const [taken]: [Announced[]] = await tx.query(
    `update award set revoked_at = now(), reason = $4
     where badge_code = $1 and period = $2 and member_id = any($3) and revoked_at is null
     returning id as "awardId", member_id as "memberId"`,
    [code, period, memberIds, revocationReason[criteria.kind]],
  );
  return taken;
}
