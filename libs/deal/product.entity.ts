import { IdField, MoneyField, OrganizationKey } from '@laurel/shared';
import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

@ObjectType({ description: 'Something that is sold.' })
@Entity()
export class Product {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Field() @Column('text') name: string;
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  series: string | null;
  @MoneyField({ nullable: true }) listPrice: bigint | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217; the currency of the list price.' })
  @Column('char', { length: 3, nullable: true })
  currency: string | null;
  @Column('integer') version: number;
}
