import { IdField, InstantField, OrganizationKey, pageOf } from '@laurel/shared';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Badge } from './badge.entity.js';
import type { RevocationReason } from './core/index.js';

@ObjectType({
  description: 'A badge earned by a member; it stays in the books when it is taken back.',
})
@Entity()
export class Award {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('text') badgeCode: string;
  @Column('int') badgeVersion: number;
  @Column('uuid') memberId: string;
  @Field({
    description: 'The period it was earned in, or "ever" for a badge earned once for good.',
  })
  @Column('text')
  period: string;
  @Field(() => [String], { description: 'External ids of the deals it rests on.' })
  @Column('jsonb')
  evidence: string[];
  @InstantField({ default: () => 'now()' }) awardedAt: Date;
  @InstantField({ nullable: true }) revokedAt: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why it was taken back: tooFewDeals, quotaMissed or overtaken.',
  })
  @Column({ type: 'text', nullable: true })
  reason: RevocationReason | null;
  @Field(() => Badge) badge: Badge;
}

@ObjectType()
export class AwardPage extends pageOf(Award) {}

@ObjectType({ description: 'How near a member is to a badge.' })
export class BadgeProgress {
  @Field(() => Badge) badge: Badge;
  @Field(() => Award, { nullable: true, description: 'Held, or once held, for this period.' })
  award: Award | null;
  @Field(() => Int, { description: 'Reaches `target` exactly when the badge is earned.' })
  current: number;
  @Field(() => Int, { description: 'A count of deals, or 100 for a percentage.' }) target: number;
}
