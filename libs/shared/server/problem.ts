import { GraphQLError } from 'graphql';

/** An expected refusal: a stable code for programs and a message that tells a person what to do next. */
export class Problem extends GraphQLError {
  constructor(code: string, message: string, details: Record<string, unknown> = {}) {
    super(message, { extensions: { ...details, code } });
  }

  get code(): string {
    return this.extensions.code as string;
  }
}

/** PostgreSQL's codes for values it cannot read or hold, such as an id that was never one or a zero byte. */
const unusable: ReadonlySet<unknown> = new Set('22P02 22P05 22003 22007 22008 22021'.split(' '));

/** The code that the sender of a refused request is told. */
export function problemCode(error: unknown): string {
  if (error instanceof Problem) return error.code;
  return unusable.has((error as { code?: unknown }).code) ? 'BAD_VALUE' : 'INTERNAL';
}
