import {
  DayField,
  DayScalar,
  IdField,
  MoneyField,
  MoneyScalar,
  OrganizationKey,
} from '@laurel/shared';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

@ObjectType({ description: 'Money that came in from the customer of a deal.' })
@Entity()
export class DealPayment {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') dealId: string;
  @Field({ description: 'What the system it comes from calls it; one payment of the deal only.' })
  @Column('text')
  externalId: string;
  @DayField() receivedOn: string;
  @MoneyField({ description: 'Negative when it went back to the customer.' }) amount: bigint;
  @Field() @Column('char', { length: 3 }) currency: string;
}

@InputType({ description: 'A payment is known by its deal and its own external id.' })
export class PaymentInput {
  @Field({ description: 'Id or external id of the deal.' }) deal: string;
  @Field() externalId: string;
  @Field(() => DayScalar) receivedOn: string;
  @Field(() => MoneyScalar, { description: 'Negative when it went back to the customer.' })
  amount: bigint;
  @Field(() => String, { nullable: true, description: 'ISO 4217; that of the deal.' })
  currency?: string | null;
}

@ObjectType({ description: 'What became of a batch of payments.' })
export class SavedPayments {
  @Field(() => Int) created: number;
  @Field(() => Int) updated: number;
  @Field(() => Int) unchanged: number;
  @Field(() => [DealPayment]) payments: DealPayment[];
}
