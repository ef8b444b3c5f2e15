import { DayScalar, DecimalScalar, JsonScalar, MoneyScalar, pageOf } from '@laurel/shared';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

@InputType({ description: 'What a plan would say, and where that is tried.' })
export class PlanTrialInput {
  @Field(() => ID) planId: string;
  @Field(() => JsonScalar) document: unknown;
  @Field() period: string;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'The first day that the document pays; versions before it hold until then.',
  })
  from?: string | null;
}

export const PlanTrialColumns = {
  name: 'name',
  current: 'current',
  tried: 'tried',
  difference: 'difference',
  attainment: 'attainment',
} as const;
export type PlanTrialColumn = keyof typeof PlanTrialColumns;
registerEnumType(PlanTrialColumns, { name: 'PlanTrialColumn' });

export const PlanTrialSides = { current: 'current', tried: 'tried' } as const;
export type PlanTrialSide = keyof typeof PlanTrialSides;
registerEnumType(PlanTrialSides, { name: 'PlanTrialSide' });

@ObjectType({ description: 'Why something could not be paid by the plan that is tried.' })
export class PlanTrialProblem {
  @Field() code: string;
  @Field() message: string;
  @Field(() => ID, { nullable: true }) dealId: string | null;
}

@ObjectType({
  description: 'What one payee earns by the plan in force, and would earn by another.',
})
export class PlanTrialRow {
  payeeId: string;
  name: string;
  @Field(() => MoneyScalar, { description: 'By the plan in force, without corrections.' })
  current: bigint;
  @Field(() => MoneyScalar) tried: bigint;
  @Field(() => MoneyScalar, { description: 'Tried less current.' }) difference: bigint;
  @Field(() => DecimalScalar, { nullable: true, description: 'Credited ÷ quota.' })
  attainment: string | null;
  @Field(() => [PlanTrialProblem]) problems: readonly PlanTrialProblem[];
}

@ObjectType()
export class PlanTrialPage extends pageOf(PlanTrialRow) {}

@ObjectType({
  description: 'How many differ by so much: from (in) to (out); those without a difference alone.',
})
export class PlanTrialBand {
  @Field(() => MoneyScalar) from: bigint;
  @Field(() => MoneyScalar) to: bigint;
  @Field(() => Int) payees: number;
}

@ObjectType({ description: 'A plan tried on a period; nothing of it is kept.' })
export class PlanTrial {
  @Field() period: string;
  @Field(() => DayScalar) from: string;
  @Field() currency: string;
  @Field(() => MoneyScalar, { description: 'Of all payees together.' }) current: bigint;
  @Field(() => MoneyScalar, { description: 'Of all payees together.' }) tried: bigint;
  @Field(() => [PlanTrialBand], { description: 'Of all payees, from loss to gain.' })
  spread: PlanTrialBand[];
  @Field(() => PlanTrialPage, { description: 'Whom the plan pays in the period.' })
  payees: PlanTrialPage;
}
