import {
  DayField,
  IdField,
  InstantField,
  JsonScalar,
  MoneyField,
  OrganizationKey,
  pageOf,
} from '@laurel/shared';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne } from 'typeorm';
import { Account } from './account.entity.js';
import type { DealStatus } from './core/index.js';
import { Product } from './product.entity.js';

export const DealStatuses = { open: 'open', won: 'won', lost: 'lost' } as const satisfies {
  [S in DealStatus]: S;
};
registerEnumType(DealStatuses, { name: 'DealStatus' });

const reference = (column: string) => [
  { name: 'organization_id', referencedColumnName: 'organizationId' },
  { name: column, referencedColumnName: 'id' },
];

@ObjectType({ description: 'An opportunity: open, won or lost.' })
@Entity()
export class Deal {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Field({
    description: 'What the system it comes from calls it; one deal of the organisation only.',
  })
  @Column('text')
  externalId: string;
  @Field() @Column('text') name: string;
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('uuid', { nullable: true }) productId: string | null;
  @Column('uuid') ownerId: string;
  @Field(() => Account, { nullable: true })
  @ManyToOne(() => Account)
  @JoinColumn(reference('account_id'))
  account: Account | null;
  @Field(() => Product, { nullable: true })
  @ManyToOne(() => Product)
  @JoinColumn(reference('product_id'))
  product: Product | null;
  @MoneyField() amount: bigint;
  @Field() @Column('char', { length: 3 }) currency: string;
  @Field(() => DealStatuses) @Column('text') status: DealStatus;
  @Field({ description: 'Where it stands, in the words of the system it comes from.' })
  @Column('text')
  stage: string;
  @DayField({ nullable: true }) createdOn: string | null;
  @DayField({ nullable: true }) closedOn: string | null;
  @DayField({ nullable: true, description: 'When the order was booked.' })
  bookedOn: string | null;
  @DayField({ nullable: true, description: 'When the invoice was written.' })
  invoicedOn: string | null;
  @Field(() => Int, { nullable: true, description: 'How many months the contract runs.' })
  @Column('smallint', { nullable: true })
  contractMonths: number | null;
  @DayField({
    nullable: true,
    description: 'Won, but taken back by the customer on this day; the sale itself stays.',
  })
  cancelledOn: string | null;
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  cancelReason: string | null;
  @Field(() => Int, { nullable: true, description: 'Whole months the customer stayed.' })
  @Column('smallint', { nullable: true })
  monthsServed: number | null;
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  region: string | null;
  @Field(() => JsonScalar) @Column('jsonb') attributes: Record<string, unknown>;
  @Field(() => Int, { description: 'Counts its changes.' }) @Column('integer') version: number;
  @InstantField() updatedAt: Date;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
}

@ObjectType()
export class DealPage extends pageOf(Deal) {}

@ObjectType({ description: 'What the visible deals can be filtered by.' })
export class DealFacets {
  @Field(() => [String]) stages: string[];
  @Field(() => [String]) regions: string[];
  @Field(() => [Product]) products: Product[];
}

@ObjectType({ description: 'What became of a batch of deals.' })
export class SavedDeals {
  @Field(() => Int) created: number;
  @Field(() => Int) updated: number;
  @Field(() => Int) unchanged: number;
  @Field(() => [Deal]) deals: Deal[];
}
