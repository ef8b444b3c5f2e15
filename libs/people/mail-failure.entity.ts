import { InstantField, OrganizationKey } from '@laurel/shared';
import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'A mail that the mail server refused for good.' })
@Entity()
export class MailFailure {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  /** What it was about: a wave of a survey, or the member who was invited. */
  @Column({ type: 'uuid', nullable: true }) about: string | null;
  @Field() @Column('text') address: string;
  @Field({ description: 'In the words of the mail server.' }) @Column('text') reason: string;
  @InstantField() failedAt: Date;
}
