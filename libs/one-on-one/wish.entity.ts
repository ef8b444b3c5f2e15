import { OrganizationKey } from '@laurel/shared';
import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Reminder } from './core/index.js';

export const ReminderKinds = {
  dayBefore: 'dayBefore',
  morning: 'morning',
  none: 'none',
} as const satisfies { [R in Reminder]: R };
registerEnumType(ReminderKinds, { name: 'Reminder', description: 'When to be reminded by mail.' });

/** What one of the two wishes for a series; without a row the defaults hold. */
@Entity()
export class OneOnOneWish {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn('uuid') oneOnOneId: string;
  @PrimaryColumn('uuid') memberId: string;
  @Column({ type: 'text', default: 'dayBefore' }) reminder: Reminder;
  /** Do they like to tell the mood of the day? */
  @Column({ type: 'boolean', default: false }) mood: boolean;
}
