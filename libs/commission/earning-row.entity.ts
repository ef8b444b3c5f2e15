import { OrganizationKey } from '@laurel/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EarningHead, EarningProblem, EarningTerm, PackedLines } from './core/index.js';

/** All that one payee earned in one period: the head of the statement, and the lines packed. Read as `Earning`. */
@Entity('earning')
export class EarningRow implements EarningHead, PackedLines {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') payeeId: string;
  @Column('text') period: string;
  /** Counts up with each change. */
  @Column('integer') revision: number;
  @Column('uuid') planVersionId: string;
  @Column({ type: 'char', length: 3 }) currency: string;
  @Column('bigint') credited: bigint;
  @Column({ type: 'bigint', nullable: true }) quota: bigint | null;
  @Column('bigint') earned: bigint;
  @Column('integer') dealCount: number;
  @Column('integer') lineCount: number;
  @Column('jsonb') problems: readonly EarningProblem[];
  @Column('jsonb') terms: EarningTerm[];
  @Column('integer', { array: true }) term: number[];
  @Column('uuid', { array: true }) creditId: (string | null)[];
  @Column('uuid', { array: true }) dealId: (string | null)[];
  @Column('text', { array: true }) base: string[];
  @Column('text', { array: true }) exact: (string | null)[];
  @Column('bigint', { array: true }) amount: bigint[];
  @Column('bigint', { array: true }) creditedBefore: (bigint | null)[];
}
