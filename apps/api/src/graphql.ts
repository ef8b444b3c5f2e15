import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloDriver } from '@nestjs/apollo';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { AuditTrail, environment } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Context as SocketContext } from 'graphql-ws';
import { answerError } from './answer-error.js';
import { Authentication } from './authentication.js';
import { guardSchema } from './guard.js';

const limits = new ApolloArmor({
  blockFieldSuggestion: { enabled: environment.production },
  costLimit: { maxCost: 20_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.5 },
  maxAliases: { n: 15, allowList: [] },
  maxDepth: { n: 10 },
  maxDirectives: { n: 20 },
  // The parser counts tokens itself, and answers 400 where this would answer 500.
  maxTokens: { enabled: false },
}).protect();

/** One GraphQL endpoint over HTTP and WebSocket: limited, guarded, and silent about its insides. */
@Injectable()
export class GraphqlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    private readonly authentication: Authentication,
    private readonly trail: AuditTrail,
  ) {}

  createGqlOptions(): ApolloDriverConfig {
    return {
      driver: ApolloDriver,
      autoSchemaFile: true,
      sortSchema: true,
      transformSchema: (schema: GraphQLSchema) => guardSchema(schema, this.trail),
      graphiql: false,
      playground: false,
      introspection: !environment.production,
      includeStacktraceInErrorResponses: false,
      csrfPrevention: true,
      formatError: answerError,
      plugins: limits.plugins,
      validationRules: limits.validationRules,
      parseOptions: { maxTokens: 2_000 },
      persistedQueries: false,
      allowBatchedHttpRequests: false,
      context: (first: unknown, reply?: unknown) => this.context(first, reply),
      subscriptions: {
        'graphql-ws': {
          connectionInitWaitTimeout: 10_000,
          onConnect: (context: SocketContext) => this.mayConnect(context),
        },
      },
    } as ApolloDriverConfig;
  }

  private context(first: unknown, reply?: unknown) {
    const socket = (first as { extra?: { request: FastifyRequest } }).extra;
    return socket
      ? this.authentication.context(socket.request)
      : this.authentication.context(first as FastifyRequest, reply as FastifyReply);
  }

  /** A page of another site may open a WebSocket with our cookie: only our own origin is let in. */
  private mayConnect({ extra }: SocketContext): boolean {
    const { request } = extra as { request: FastifyRequest };
    const { origin, host } = request.headers;
    return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  }
}
