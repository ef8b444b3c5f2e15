import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { logger, problemCode } from '@laurel/shared';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Expected refusals pass as they are; anything else is logged under a number and told without internals. */
export function answerError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof GraphQLError && !cause.originalError) return withoutTrace(formatted);
  if (error instanceof GraphQLError && error === cause) return withoutTrace(formatted);
  if (problemCode(cause) === 'BAD_VALUE') return unusableValue(formatted);
  const reference = randomUUID();
  logger.error({ err: cause, reference, path: formatted.path }, 'request failed');
  return {
    message: `Something went wrong on our side. Please try again; if it stays, report the number ${reference}.`,
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: 'INTERNAL', reference },
  };
}

const unusableValue = ({ path }: GraphQLFormattedError): GraphQLFormattedError => ({
  message: 'A value of the request cannot be used. Check its ids, numbers and special characters.',
  ...(path && { path }),
  extensions: { code: 'BAD_VALUE' },
});

function withoutTrace({ extensions, ...rest }: GraphQLFormattedError): GraphQLFormattedError {
  const { stacktrace: _, ...told } = extensions ?? {};
  return { ...rest, extensions: told };
}
