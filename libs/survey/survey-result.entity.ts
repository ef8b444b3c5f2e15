import { OrganizationKey } from '@laurel/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published figure: written once, when its wave closes. `item` is a question, `participation` or `driver:…`. */
@Entity()
export class SurveyResult {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn('uuid') waveId: string;
  @PrimaryColumn('text') item: string;
  @PrimaryColumn('text') groupId: string;
  @Column('int') people: number;
  /** How often each step was given; of participation: invited, started, completed, answers. */
  @Column({ type: 'int', array: true }) counts: number[];
  /** Exact mean of people, for a driver. */
  @Column({ type: 'text', nullable: true }) mean: string | null;
  /** How a question goes with the score, where that is more than noise. */
  @Column({ type: 'numeric', nullable: true }) correlation: string | null;
}
