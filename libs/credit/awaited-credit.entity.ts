import { MoneyField, OrganizationKey } from '@laurel/shared';
import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CreditDate, CreditKind } from './core/index.js';
import { CreditDates, CreditKinds } from './credit.entity.js';

@ObjectType({
  description: 'What somebody will be credited for a deal once it has the date that credits it.',
})
@Entity()
export class AwaitedCredit {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn('uuid') dealId: string;
  @PrimaryColumn('uuid') payeeId: string;
  @Field(() => CreditKinds) @PrimaryColumn('text') kind: CreditKind;
  @Field(() => CreditDates) @Column('text') awaits: CreditDate;
  @MoneyField() amount: bigint;
  @Field() @Column({ type: 'char', length: 3 }) currency: string;
}
