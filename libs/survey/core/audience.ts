import { type Day, roles, type Role } from '@laurel/shared/core';
import { z } from 'zod';
import { addMonths } from './schedule.js';

export const tenures = ['firstYear', 'upTo3Years', 'upTo5Years', 'longer'] as const;
/** How long somebody had been there when a wave was sent. */
export type Tenure = (typeof tenures)[number];

export function tenureOn(hiredOn: Day | null, day: Day): Tenure | null {
  if (hiredOn === null) return null;
  if (addMonths(hiredOn, 12) > day) return 'firstYear';
  if (addMonths(hiredOn, 36) > day) return 'upTo3Years';
  return addMonths(hiredOn, 60) > day ? 'upTo5Years' : 'longer';
}

/** Who is asked: everybody whom each list that is there names. */
export const audienceSchema = z.strictObject({
  teamIds: z.array(z.uuid()).min(1).optional(),
  roles: z.array(z.enum(roles)).min(1).optional(),
  regions: z.array(z.string().min(1).max(100)).min(1).optional(),
  tenures: z.array(z.enum(tenures)).min(1).optional(),
});
export type Audience = z.infer<typeof audienceSchema>;

/** What is frozen of somebody when a wave is sent. */
export type Attributes = {
  readonly team: string | null;
  readonly role: Role;
  readonly region: string | null;
  readonly tenure: Tenure | null;
};

/** Is somebody asked? `teams` holds the chosen teams and all below them. */
export function isAsked(audience: Audience, teams: ReadonlySet<string>, one: Attributes): boolean {
  const within = <T>(list: readonly T[] | undefined, value: T | null) =>
    !list || (value !== null && list.includes(value));
  return (
    (!audience.teamIds || (one.team !== null && teams.has(one.team))) &&
    within(audience.roles, one.role) &&
    within(audience.regions, one.region) &&
    within(audience.tenures, one.tenure)
  );
}
