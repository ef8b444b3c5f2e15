import { InstantField, OrganizationKey } from '@laurel/shared';
import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({
  description: 'My one-on-ones for a calendar program, under a secret address that is shown once.',
})
@Entity()
export class CalendarFeed {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn('uuid') memberId: string;
  @Column('bytea') tokenHash: Buffer;
  @InstantField({ default: () => 'now()' }) createdAt: Date;
}
