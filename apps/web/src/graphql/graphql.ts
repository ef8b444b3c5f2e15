import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.d.ts';

/** Scalars as they travel: money, decimals, days and instants are text, never numbers or Dates. */
type Scalars = {
  Money: string;
  Decimal: string;
  Day: string;
  DateTime: string;
  JSON: unknown;
};

/** Writes an operation; its types are inferred from the printed schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: Scalars;
  disableMasking: true;
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
