import { Column, Entity } from 'typeorm';
import type { Entry } from './core/index.js';
import { Credit } from './credit.entity.js';

/** A line of the ledger of credits. `Credit` is the view of those that count. */
@Entity('credit_entry')
export class CreditEntry extends Credit implements Entry {
  @Column('integer') entry: number;
  @Column({ type: 'uuid', nullable: true }) reverses: string | null;
  @Column({ type: 'text', nullable: true }) postedPeriod: string | null;
}
