import { MoneyScalar } from '@laurel/shared';
import { Field, ID, ObjectType } from '@nestjs/graphql';

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
  @Field(() => MoneyScalar, { description: 'By the plan in force, without corrections.' })
  current: bigint;
  @Field(() => MoneyScalar) tried: bigint;
  @Field(() => MoneyScalar, { description: 'Tried less current.' }) difference: bigint;
  @Field(() => [PlanTrialProblem]) problems: readonly PlanTrialProblem[];
}

@ObjectType({ description: 'A plan tried on a period; nothing of it is kept.' })
export class PlanTrial {
  @Field() period: string;
  @Field() currency: string;
  @Field(() => MoneyScalar, { description: 'Of all payees together.' }) current: bigint;
  @Field(() => MoneyScalar, { description: 'Of all payees together.' }) tried: bigint;
  @Field(() => [PlanTrialRow], { description: 'Whom the plan pays in the period, by name.' })
  payees: PlanTrialRow[];
}
