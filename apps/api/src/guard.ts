import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  Act,
  Problem,
  forbidden,
  namedIn,
  relationTo,
  runAs,
  type Actor,
  type AuditTrail,
  type RequestContext,
} from '@laurel/shared';
import { allows, isForAnyone, neededScope, subjectOf, widestRelation } from '@laurel/shared/core';
import type { GraphQLFieldConfig, GraphQLSchema } from 'graphql';
import { rechecked } from './recheck.js';

type Field = GraphQLFieldConfig<Record<string, unknown>, RequestContext>;

const rootTypes = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Puts the permission table in front of every field of the schema, nested ones included, and the audit
 * trail in front of every mutation: what is refused leaves a row too.
 */
export function guardSchema(schema: GraphQLSchema, trail: AuditTrail): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field: Field, name: string, type: string) => {
      const guarded = guardField(field, type, name);
      return type === 'Mutation' ? audited(guarded, name, trail) : guarded;
    },
  });
}

function audited(field: Field, name: string, trail: AuditTrail): Field {
  const { resolve } = field;
  return {
    ...field,
    resolve: (source, args, context, info) =>
      trail.perform(new Act(name, context.requestId, namedIn(args), context.actor), () =>
        resolve?.(source, args, context, info),
      ),
  };
}

function guardField(field: Field, type: string, name: string): Field {
  const coordinate = `${type}.${name}`;
  const authorize = rootTypes.has(type)
    ? authorizeRoot(coordinate)
    : authorizeRow(coordinate, type);
  const { resolve, subscribe } = field;
  const guarded: Field = {
    ...field,
    resolve: (source, args, context, info) => {
      authorize(context.actor, source);
      if (!resolve) return source[name];
      return runAs(context.actor, () => resolve(source, args, context, info));
    },
  };
  if (!subscribe) return guarded;
  return {
    ...guarded,
    subscribe: async (source, args, context, info) => {
      authorize(context.actor, source);
      const events = await runAs(context.actor, () => subscribe(source, args, context, info));
      return rechecked(events as AsyncIterable<unknown>, context, () =>
        authorize(context.actor, source),
      );
    },
  };
}

type Authorize = (actor: Actor | undefined, source: Record<string, unknown>) => void;

function authorizeRoot(coordinate: string): Authorize {
  if (isForAnyone(coordinate)) return () => undefined;
  const needed = neededScope(coordinate);
  return (actor) => {
    if (!actor) throw new Problem('SIGN_IN_REQUIRED', 'Please sign in to continue.');
    if (widestRelation(coordinate, actor.role, actor.hr) === 'none') throw forbidden(coordinate);
    if (actor.scopes && !(needed && actor.scopes.includes(needed)))
      throw new Problem('TOKEN_SCOPE', `This token may not use ${coordinate}.`, {
        needs: needed ?? 'a signed-in person',
      });
  };
}

function authorizeRow(coordinate: string, type: string): Authorize {
  if (isForAnyone(coordinate)) return () => undefined;
  const subject = subjectOf[type];
  return (actor, source) => {
    if (!actor) throw new Problem('SIGN_IN_REQUIRED', 'Please sign in to continue.');
    const reach = widestRelation(coordinate, actor.role, actor.hr);
    const person = subject === undefined ? null : source[subject];
    // A row that belongs to nobody in person (a team's goal) was narrowed by its service.
    const relation = person === null ? 'own' : relationTo(actor, String(person));
    if (!allows(reach, relation)) throw forbidden(coordinate);
  };
}
