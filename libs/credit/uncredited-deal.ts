import { pageOf } from '@laurel/shared';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

export const UncreditedReasons = {
  uncaught: 'uncaught',
  left: 'left',
  noPlan: 'noPlan',
} as const;
export type UncreditedReason = keyof typeof UncreditedReasons;
registerEnumType(UncreditedReasons, {
  name: 'UncreditedReason',
  description:
    'uncaught: no rule credits anybody. left: the payee had left. noPlan: no plan pays the payee on the day.',
});

@ObjectType({ description: 'A won deal that pays somebody less than it should, or nobody.' })
export class UncreditedDeal {
  dealId: string;
  payeeId: string | null;
  @Field(() => UncreditedReasons) reason: UncreditedReason;
}

@ObjectType()
export class UncreditedDealPage extends pageOf(UncreditedDeal) {}
