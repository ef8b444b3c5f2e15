import { OrganizationKey } from '@laurel/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CorrectionCause, EarningKind, ExplainedDifference } from './core/index.js';

/** A difference of a locked period, posted in an open one. Only added, never changed; read as a line of `Earning`. */
@Entity()
export class Correction implements ExplainedDifference {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column('uuid') payeeId: string;
  /** The locked period that is corrected. */
  @Column('text') period: string;
  @Column('text') postedPeriod: string;
  /** Counts up from 1 for each payee and period. */
  @Column('integer') number: number;
  @Column('uuid') planVersionId: string;
  @Column('text') component: string;
  /** Of the lines that are corrected. */
  @Column('text') kind: EarningKind;
  @Column({ type: 'uuid', nullable: true }) dealId: string | null;
  /** Whose change made the difference; none where it was quota, plan or catalogue. */
  @Column({ type: 'uuid', nullable: true }) originDealId: string | null;
  @Column({ type: 'smallint', nullable: true }) tier: number | null;
  @Column({ type: 'text', nullable: true }) part: string | null;
  @Column('bigint') before: bigint;
  @Column('bigint') after: bigint;
  @Column('bigint') difference: bigint;
  @Column({ type: 'char', length: 3 }) currency: string;
  /** That of the period when it was posted. */
  @Column({ type: 'bigint', nullable: true }) quota: bigint | null;
  @Column('text') cause: CorrectionCause;
  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' }) createdAt: Date;
}
