import type { CombinedError } from 'urql';

/** What went wrong: a stable code, the API's own sentence, and whatever else it told. */
export type ProblemReport = {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
};

/** The first problem of a failed request; OFFLINE when no answer came at all. */
export function problemOf(error: CombinedError): ProblemReport {
  const [first] = error.graphQLErrors;
  if (first) {
    const { code, ...details } = first.extensions;
    return { code: typeof code === 'string' ? code : 'UNKNOWN', message: first.message, details };
  }
  return { code: 'OFFLINE', message: error.networkError?.message ?? error.message, details: {} };
}
