import {
  DecimalScalar,
  IdField,
  JsonScalar,
  MoneyField,
  OrganizationKey,
  pageOf,
} from '@laurel/shared';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type { EarningKind, EarningLine, LineDetail } from './core/index.js';

export const EarningKinds = {
  flat: 'flat',
  tier: 'tier',
  rate: 'rate',
  matrix: 'matrix',
  formula: 'formula',
  spiff: 'spiff',
  override: 'override',
  curve: 'curve',
  bonus: 'bonus',
  objective: 'objective',
  pool: 'pool',
  trueUp: 'trueUp',
  gate: 'gate',
  cap: 'cap',
  floor: 'floor',
  rounding: 'rounding',
  correction: 'correction',
} as const satisfies { [K in EarningKind]: K };
registerEnumType(EarningKinds, { name: 'EarningKind' });

const minorUnits = 'Minor units; may have a fraction.';

@ObjectType({
  description:
    'One explained line of pay: base × rate × multiplier = exact, rounded once = amount.',
})
/** A line of the view over `EarningRow`, which only reads. */
@Entity('earning_line')
export class Earning implements EarningLine {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') payeeId: string;
  @Field() @Column('text') period: string;
  /** Place of the line on the statement, from 0. */
  @Column('integer') position: number;
  @Column({ type: 'uuid', nullable: true }) dealId: string | null;
  @Column({ type: 'uuid', nullable: true }) creditId: string | null;
  @Column('uuid') planVersionId: string;
  @Field({ description: 'Name of the component of the plan.' }) @Column('text') component: string;
  @Field(() => EarningKinds) @Column('text') kind: EarningKind;
  @Field(() => Int, { nullable: true, description: 'Counts from 0, the lowest tier.' })
  @Column({ type: 'smallint', nullable: true })
  tier: number | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Share of the quota where the tier starts.',
  })
  @Column({ type: 'text', nullable: true })
  tierFrom: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Share of the quota where the next tier starts.',
  })
  @Column({ type: 'text', nullable: true })
  tierTo: string | null;
  @Field(() => DecimalScalar, { description: minorUnits }) @Column('text') base: string;
  @Field(() => DecimalScalar) @Column('text') rate: string;
  @Field(() => DecimalScalar) @Column('text') multiplier: string;
  @Field(() => DecimalScalar, { description: minorUnits }) @Column('text') exact: string;
  @MoneyField() amount: bigint;
  @Field() @Column({ type: 'char', length: 3 }) currency: string;
  @Field() @Column('text') rounding: string;
  @MoneyField({
    nullable: true,
    description: 'What had been credited in the period before this deal.',
  })
  creditedBefore: bigint | null;
  @MoneyField({ nullable: true }) quota: bigint | null;
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'What else the component knows of the line.',
  })
  @Column({ type: 'jsonb', nullable: true })
  detail: LineDetail | null;
}

@ObjectType()
export class EarningPage extends pageOf(Earning) {}
