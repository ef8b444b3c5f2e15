import { IdField, MoneyField, MoneyScalar, OrganizationKey, pageOf } from '@laurel/shared';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

@ObjectType({ description: 'What a member is to bring in within a period.' })
@Entity()
export class Quota {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') memberId: string;
  @Field() @Column('text') period: string;
  @MoneyField() amount: bigint;
  @Field() @Column({ type: 'char', length: 3 }) currency: string;
}

@ObjectType()
export class QuotaPage extends pageOf(Quota) {}

@InputType({ description: 'A quota in the currency the member is paid in.' })
export class QuotaInput {
  @Field(() => ID) memberId: string;
  @Field() period: string;
  @Field(() => MoneyScalar, { nullable: true, description: 'Nothing takes the quota away.' })
  amount: bigint | null = null;
}

@InputType({ description: 'What a quota should have been, in the currency the member is paid in.' })
export class QuotaCorrectionInput {
  @Field(() => ID) memberId: string;
  @Field() period: string;
  @Field(() => MoneyScalar) amount: bigint;
}
