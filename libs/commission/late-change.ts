import { DealPayment } from '@laurel/deal';
import { MoneyScalar, pageOf } from '@laurel/shared';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CorrectionCause, EarningKind } from './core/index.js';
import { EarningKinds } from './earning.entity.js';

export const CorrectionCauses = {
  deal: 'deal',
  order: 'order',
  quota: 'quota',
  plan: 'plan',
} as const satisfies { [K in CorrectionCause]: K };
registerEnumType(CorrectionCauses, {
  name: 'CorrectionCause',
  description: 'order: another deal was changed, which moves these into other tiers.',
});

@ObjectType({
  description: 'What a field of a deal said before and after; people and products by their names.',
})
export class DealFieldChange {
  @Field() field: string;
  @Field(() => String, { nullable: true }) before: string | null;
  @Field(() => String, { nullable: true }) after: string | null;
}

@ObjectType({ description: 'A payment that came, changed or was taken away too late.' })
export class LatePayment {
  @Field(() => DealPayment, { nullable: true }) before: DealPayment | null;
  @Field(() => DealPayment, { nullable: true }) after: DealPayment | null;
}

@ObjectType({ description: 'A payee’s pay of a locked period that is another now.' })
export class CorrectedPay {
  payeeId: string;
  changeId: string;
  @Field() component: string;
  @Field(() => EarningKinds) kind: EarningKind;
  @Field(() => CorrectionCauses) cause: CorrectionCause;
  @Field(() => Int, { description: 'How many lines of pay these are.' }) lines: number;
  @Field(() => MoneyScalar, { description: 'What was paid.' }) before: bigint;
  @Field(() => MoneyScalar, { description: 'What is due.' }) after: bigint;
  @Field(() => MoneyScalar) difference: bigint;
}

@ObjectType({ description: 'One late change of a locked period, and all that it moves in pay.' })
export class LateChange {
  dealId: string | null;
  postedPeriod: string;
  firstAt: string;
  lastAt: string;
  @Field(() => ID) id: string;
  @Field({ description: 'The locked period.' }) period: string;
  @Field(() => String, { nullable: true, description: 'Number of the deal; none for a quota.' })
  externalId: string | null;
  @Field(() => CorrectionCauses) cause: CorrectionCause;
  @Field() currency: string;
  @Field(() => MoneyScalar, { description: 'What it moves in all.' }) difference: bigint;
  @Field(() => MoneyScalar, {
    description: 'The part of it that the pay for other deals moved by.',
  })
  shifted: bigint;
  @Field(() => [CorrectedPay]) pay: CorrectedPay[];
}

@ObjectType()
export class LateChangePage extends pageOf(LateChange) {}
