import { DayField, IdField, MoneyField, OrganizationKey } from '@laurel/shared';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type { CreditDate, CreditKind } from './core/index.js';

export const CreditKinds = {
  direct: 'direct',
  split: 'split',
  overlay: 'overlay',
  rollUp: 'rollUp',
} as const satisfies { [K in CreditKind]: K };
registerEnumType(CreditKinds, {
  name: 'CreditKind',
  description:
    'direct: the owner’s own deal. split: a part of it. overlay: on top. rollUp: of the teams below.',
});

export const CreditDates = {
  closed: 'closed',
  booked: 'booked',
  invoiced: 'invoiced',
  paid: 'paid',
} as const satisfies { [D in CreditDate]: D };
registerEnumType(CreditDates, {
  name: 'CreditDate',
  description:
    'The date that credits a deal: the day it was closed or booked, that of the invoice, or those on which cash came in.',
});

/** Read from a view of the entries that count; `CreditLedger` writes them. */
@ObjectType({ description: 'The share of a won deal that counts for a payee.' })
@Entity()
export class Credit {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') dealId: string;
  @Column('uuid') payeeId: string;
  @Field(() => CreditKinds) @Column('text') kind: CreditKind;
  @Field(() => Int, {
    description: '0 is the owner, 1 the manager of the owner’s team, 2 the one above.',
  })
  @Column('smallint')
  level: number;
  @MoneyField() amount: bigint;
  @Field() @Column({ type: 'char', length: 3 }) currency: string;
  @DayField() creditedOn: string;
  @Field(() => CreditDates, { description: 'Which date of the deal that day is.' })
  @Column('text')
  datedBy: CreditDate;
  @Field(() => Int, { description: '0, but for cash: which part of the deal came in, from 0.' })
  @Column('smallint')
  part: number;
  @Field(() => String, {
    nullable: true,
    description: 'The crediting rule that made it, with its version; null where none did.',
  })
  @Column('text', { nullable: true })
  rule: string | null;
  /** No longer due: kept, because lines of pay may name it, but counted nowhere. */
  @Column('boolean') void: boolean;
}
