import { OrganizationKey } from '@laurel/shared';
import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link with which somebody sets their password, once. Only the hash of its secret is kept. */
@ObjectType({ description: 'An invitation just made: its link is shown this once.' })
@Entity()
export class Invitation {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column('uuid') memberId: string;
  @Column('bytea') tokenHash: Buffer;
  @Field(() => GraphQLISODateTime) @Column('timestamptz') expiresAt: Date;
  @Column({ type: 'timestamptz', nullable: true }) acceptedAt: Date | null;
  @Field() link: string;
  @Field({ description: 'Has it also been mailed?' }) sent: boolean;
}

@ObjectType({ description: 'What somebody who holds an invitation link sees before accepting.' })
export class InvitationInfo {
  @Field() memberName: string;
  @Field() email: string;
  @Field() organizationName: string;
}
