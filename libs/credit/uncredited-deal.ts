import { MoneyField, pageOf } from '@laurel/shared';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

export const UncreditedReasons = {
  uncaught: 'uncaught',
  left: 'left',
  noPlan: 'noPlan',
  notBooked: 'notBooked',
  notInvoiced: 'notInvoiced',
  notPaid: 'notPaid',
} as const;
export type UncreditedReason = keyof typeof UncreditedReasons;
registerEnumType(UncreditedReasons, {
  name: 'UncreditedReason',
  description:
    'uncaught: no rule credits anybody. left: the payee had left. noPlan: no plan pays the payee on the day. notBooked, notInvoiced, notPaid: the date that the payee is credited by is still to come.',
});

@ObjectType({ description: 'A won deal that pays somebody less than it should, or nobody.' })
export class UncreditedDeal {
  dealId: string;
  payeeId: string | null;
  @Field(() => UncreditedReasons) reason: UncreditedReason;
  @MoneyField({
    nullable: true,
    description:
      'What is not credited yet, in the currency of the deal; only of what waits for a date.',
  })
  open: bigint | null;
}

@ObjectType()
export class UncreditedDealPage extends pageOf(UncreditedDeal) {}
