import { IdField, MoneyField, MoneyScalar, OrganizationKey } from '@laurel/shared';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type { BalanceAccount, MovementKind, PostedMovement } from './core/index.js';

export const BalanceAccounts = {
  draw: 'draw',
  holdback: 'holdback',
  instalment: 'instalment',
  clawback: 'clawback',
} as const satisfies { [K in BalanceAccount]: K };
registerEnumType(BalanceAccounts, {
  name: 'BalanceAccount',
  description: 'A balance above 0 will be paid to the payee; one below 0 is owed by the payee.',
});

export const MovementKinds = {
  advanced: 'advanced',
  granted: 'granted',
  guaranteed: 'guaranteed',
  held: 'held',
  released: 'released',
  deferred: 'deferred',
  due: 'due',
  cancelled: 'cancelled',
  owed: 'owed',
  recovered: 'recovered',
  returned: 'returned',
} as const satisfies { [K in MovementKind]: K };
registerEnumType(MovementKinds, { name: 'MovementKind' });

@ObjectType({ description: 'What a period puts on a balance of a payee, or takes off it.' })
@Entity()
export class BalanceMovement implements PostedMovement {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') payeeId: string;
  @Column('text') period: string;
  /** Place among the movements of the period, from 0. */
  @Column('integer') position: number;
  @Field(() => BalanceAccounts) @Column('text') account: BalanceAccount;
  @Field(() => MovementKinds) @Column('text') kind: MovementKind;
  @MoneyField({ description: 'What it adds to the balance.' }) amount: bigint;
  @MoneyField({ description: 'What it adds to the payout of the period.' }) pay: bigint;
  @Field() @Column({ type: 'char', length: 3 }) currency: string;
  @Column({ type: 'uuid', nullable: true }) dealId: string | null;
  @Field({ description: 'The period in which was earned what it is about.' })
  @Column('text')
  originalPeriod: string;
  /** The plan that paid the period it is posted in. */
  @Column({ type: 'uuid', nullable: true }) planVersionId: string | null;
}

@ObjectType({ description: 'One balance in one period: opening + the movements = closing.' })
export class AccountBalance {
  @Field(() => BalanceAccounts) account: BalanceAccount;
  @Field(() => MoneyScalar) opening: bigint;
  @Field(() => [BalanceMovement]) movements: BalanceMovement[];
  @Field(() => MoneyScalar) closing: bigint;
}

@ObjectType({ description: 'What a payee earned in a period, and what of it is paid out.' })
export class PeriodBalance {
  payeeId: string;
  @Field() period: string;
  @Field() currency: string;
  @Field(() => MoneyScalar) earned: bigint;
  @Field(() => MoneyScalar, { description: 'Earned, and what the movements add to the payout.' })
  payout: bigint;
  @Field(() => [AccountBalance]) accounts: AccountBalance[];
}
