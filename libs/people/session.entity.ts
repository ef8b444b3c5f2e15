import { IdField, InstantField, OrganizationKey } from '@laurel/shared';
import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

@ObjectType({ description: 'A browser in which somebody is signed in.' })
@Entity()
export class Session {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') memberId: string;
  @Column('bytea') tokenHash: Buffer;
  @InstantField({ default: () => 'now()' }) createdAt: Date;
  @InstantField({ default: () => 'now()', description: 'To the minute.' }) seenAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) address:
    string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) agent:
    string | null;
}
