import { IdField, InstantField, MoneyField, OrganizationKey } from '@laurel/shared';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

@ObjectType({
  description:
    'What the quota of a locked period should have been. The quota stays as it was; differences in pay are posted in an open period.',
})
@Entity()
export class QuotaCorrection {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') memberId: string;
  @Field() @Column('text') period: string;
  @Field(() => Int, { description: 'Counts up from 1; the last one holds.' })
  @Column('integer')
  number: number;
  @MoneyField() amount: bigint;
  @Field() @Column({ type: 'char', length: 3 }) currency: string;
  @Field() @Column('text') reason: string;
  @Column({ type: 'uuid', nullable: true }) createdBy: string | null;
  @InstantField({ default: () => 'now()' }) createdAt: Date;
}
