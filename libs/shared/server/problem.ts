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
