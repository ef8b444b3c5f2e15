import type { EarningKind, PackedLines } from '@laurel/commission/core';
import { EarningKinds } from '@laurel/commission';
import { InstantField, MoneyField, MoneyScalar, OrganizationKey, pageOf } from '@laurel/shared';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangeReason, LineChange } from './core/index.js';

@ObjectType({ description: 'A statement as its payee saw it.' })
@Entity()
export class StatementVersion {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') payeeId: string;
  @Column('text') period: string;
  @Field(() => Int, { description: 'Counts up from 1.' }) @Column('integer') number: number;
  @InstantField() seenAt: Date;
  @Column('timestamptz') computedAt: Date;
  @Field() @Column({ type: 'char', length: 3 }) currency: string;
  @MoneyField() credited: bigint;
  @MoneyField({ nullable: true }) quota: bigint | null;
  @MoneyField() earned: bigint;
  @Field(() => Int) @Column('integer') lineCount: number;
}

/** What a comparison reads of a version, or of what is earned now. */
export type PackedStatement = PackedLines & {
  readonly planVersionId: string;
  readonly quota: bigint | null;
};

export const ChangeReasons = {
  dealAdded: 'dealAdded',
  dealRemoved: 'dealRemoved',
  deal: 'deal',
  split: 'split',
  order: 'order',
  quota: 'quota',
  plan: 'plan',
  rate: 'rate',
  team: 'team',
  score: 'score',
  total: 'total',
  correction: 'correction',
} as const satisfies { [R in ChangeReason]: R };
registerEnumType(ChangeReasons, {
  name: 'StatementChangeReason',
  description:
    'deal: it says something else. split: the payee’s share of it. order: other deals moved it into other tiers. rate: the exchange rate. total: what it sums up.',
});

@ObjectType({
  description: 'A line of a statement that was added, is gone, or pays something else.',
})
export class StatementChange implements LineChange {
  payeeId: string;
  dealId: string | null;
  part: string | null;
  @Field(() => ID) id: string;
  @Field() component: string;
  @Field(() => EarningKinds) kind: EarningKind;
  @Field(() => String, { nullable: true, description: 'Number of the deal.' })
  externalId: string | null;
  @Field() currency: string;
  @Field(() => MoneyScalar, { nullable: true, description: 'None for a line that was added.' })
  before: bigint | null;
  @Field(() => MoneyScalar, { nullable: true, description: 'None for a line that is gone.' })
  after: bigint | null;
  @Field(() => MoneyScalar) difference: bigint;
  @Field(() => ChangeReasons) reason: ChangeReason;
}

@ObjectType()
export class StatementChangePage extends pageOf(StatementChange) {
  @Field({ description: 'The version that is compared with the statement of now.' })
  since: StatementVersion;
  @Field(() => MoneyScalar, { description: 'Of everything earned; what all lines differ by.' })
  difference: bigint;
}
