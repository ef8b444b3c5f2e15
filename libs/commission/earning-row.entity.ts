import { OrganizationKey } from '@laurel/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EarningHead, EarningProblem, PackedLines } from './core/index.js';

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
  @Column('text') terms: string;
  @Column('bytea') lines: Uint8Array;
  @Column({ type: 'jsonb', nullable: true }) fractions: PackedLines['fractions'];
}
