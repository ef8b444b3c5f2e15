import {
  IdField,
  InstantField,
  MoneyField,
  OrganizationKey,
  pageOf,
  MoneyScalar,
} from '@laurel/shared';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

@ObjectType({ description: 'Why something on a statement could not be paid.' })
export class StatementProblem {
  @Field() code: string;
  @Field() message: string;
  @Field(() => ID, { nullable: true }) dealId: string | null;
}

@ObjectType({ description: 'What one payee earned in one period.' })
@Entity()
export class Statement {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') payeeId: string;
  @Field() @Column('text') period: string;
  @Field() @Column({ type: 'char', length: 3 }) currency: string;
  @MoneyField({ description: 'Direct credits: what counts towards the quota.' }) credited: bigint;
  @MoneyField({ nullable: true }) quota: bigint | null;
  @MoneyField() earned: bigint;
  @Field(() => Int, { description: 'Deals credited directly.' })
  @Column('integer')
  dealCount: number;
  @Field(() => Int) @Column('integer') lineCount: number;
  @Field(() => [StatementProblem]) @Column('jsonb') problems: readonly StatementProblem[];
  @InstantField() computedAt: Date;
}

@ObjectType({ description: 'All statements of a list, in one currency.' })
export class StatementTotals {
  @Field() currency: string;
  @Field(() => MoneyScalar) credited: bigint;
  @Field(() => MoneyScalar) earned: bigint;
  @Field(() => MoneyScalar) payout: bigint;
  @Field(() => Int) count: number;
}

@ObjectType()
export class StatementPage extends pageOf(Statement) {
  @Field(() => [StatementTotals], {
    description: 'Of all statements found, not only of this page.',
  })
  totals: StatementTotals[];
}

@ObjectType({ description: 'A statement has changed: read it again.' })
export class StatementSignal {
  @Field(() => ID) memberId: string;
  @Field() period: string;
  @Field() at: Date;
}
