import { OrganizationKey } from '@laurel/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody signs in with. The API shows nothing of it. */
@Entity()
export class Credential {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn('uuid') memberId: string;
  @Column('text') email: string;
  @Column('text') passwordHash: string;
  @Column({ type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ type: 'timestamptz', default: () => 'now()' }) changedAt: Date;
}
