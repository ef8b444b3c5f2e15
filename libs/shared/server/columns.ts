import { Field, GraphQLISODateTime, ID } from '@nestjs/graphql';
import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';
import { DayScalar, DecimalScalar, MoneyScalar } from './scalars.js';

type Options = { nullable?: boolean; name?: string; description?: string };

const field = (type: () => object, { nullable, description }: Options) =>
  Field(type as never, { nullable: nullable ?? false, ...(description && { description }) });

const both =
  (column: PropertyDecorator, exposed: PropertyDecorator): PropertyDecorator =>
  (target, property) => {
    column(target, property);
    exposed(target, property);
  };

const column = (
  type: ColumnOptions['type'],
  { nullable, name }: Options,
  more: ColumnOptions = {},
) => Column({ type, nullable: nullable ?? false, ...(name && { name }), ...more } as ColumnOptions);

const asBigInt = {
  from: (value: string | bigint | null) => (value === null ? null : BigInt(value)),
  to: (value: bigint | null | undefined) => value?.toString() ?? value,
};

/** The tenant: first in every key, set by the database from the transaction, shown to nobody. */
export const OrganizationKey = (): PropertyDecorator =>
  PrimaryColumn({ type: 'uuid', name: 'organization_id', default: () => 'current_organization()' });

/** The row's own key within its organisation. */
export const IdField = (): PropertyDecorator =>
  both(
    PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }),
    Field(() => ID),
  );

/** Money in whole minor units: a bigint in the row and in memory, text over GraphQL. */
export const MoneyField = (options: Options = {}): PropertyDecorator =>
  both(
    column('bigint', options, { transformer: asBigInt }),
    field(() => MoneyScalar, options),
  );

/** An exact decimal: numeric in the row, text in memory and over GraphQL. */
export const DecimalField = (options: Options = {}): PropertyDecorator =>
  both(
    column('numeric', options),
    field(() => DecimalScalar, options),
  );

/** A calendar day, text everywhere. */
export const DayField = (options: Options = {}): PropertyDecorator =>
  both(
    column('date', options),
    field(() => DayScalar, options),
  );

/** A moment in time. */
export const InstantField = (
  options: Options & { default?: () => string } = {},
): PropertyDecorator =>
  both(
    column('timestamptz', options, options.default ? { default: options.default } : {}),
    field(() => GraphQLISODateTime, options),
  );
