import { IdField, MoneyField, MoneyScalar, OrganizationKey, pageOf } from '@laurel/shared';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

@ObjectType({ description: 'What a member earns in variable pay for reaching exactly 100 %.' })
@Entity()
export class TargetPay {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') memberId: string;
  @Field() @Column('text') period: string;
  @MoneyField() amount: bigint;
  @Field() @Column({ type: 'char', length: 3 }) currency: string;
}

@ObjectType()
export class TargetPayPage extends pageOf(TargetPay) {}

@InputType({ description: 'Target pay in the currency the member is paid in.' })
export class TargetPayInput {
  @Field(() => ID) memberId: string;
  @Field() period: string;
  @Field(() => MoneyScalar, { nullable: true, description: 'Nothing takes it away.' })
  amount: bigint | null = null;
}
