import type { Problem } from '@laurel/shared';
import { QueryFailedError } from 'typeorm';

/** SQLSTATE of the constraints that people run into. */
const states = { unique: '23505', reference: '23503' } as const;

/** Tells a violated constraint as the problem it means; any other error stays as it is. */
export async function onViolation<T>(
  kind: keyof typeof states,
  problem: () => Problem,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const violated = error instanceof QueryFailedError && error.driverError.code === states[kind];
    throw violated ? problem() : error;
  }
}
