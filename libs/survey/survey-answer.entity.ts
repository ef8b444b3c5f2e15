import { DayField, IdField, OrganizationKey } from '@laurel/shared';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who was asked, and the receipt of whoever has answered. It ends with its wave. */
@Entity()
export class SurveyTicket {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column('uuid') waveId: string;
  @Column('uuid') memberId: string;
  @Column('bytea') tokenHash: Buffer;
  @Column({ type: 'text', array: true }) groups: string[];
  @Column({ type: 'bytea', nullable: true }) receipt: Buffer | null;
  /** Is it written again together with the next one that is spent? */
  @Column('boolean') pooled: boolean;
}

/** What was handed in, unreadable until the wave closes. */
@Entity()
export class SurveySheet {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn('uuid') waveId: string;
  @PrimaryColumn('bytea') key: Buffer;
  @Column('bytea') sealed: Buffer;
  /** Is it written again together with the next one that comes? */
  @Column('boolean') pooled: boolean;
}

/** One answer of a closed wave: of nobody, at no time. */
@Entity()
export class SurveyAnswer {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column('uuid') waveId: string;
  @Column('uuid') questionId: string;
  @Column('smallint') value: number;
}

@ObjectType({ description: 'A comment; the group is the smallest that has enough of them.' })
@Entity()
export class SurveyComment {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') waveId: string;
  @Field(() => ID) @Column('uuid') questionId: string;
  @Field() @Column('text') groupId: string;
  @Field() @Column('text') text: string;
  @Column({ type: 'bytea', nullable: true }) mailbox: Buffer | null;
}

@Entity('survey_reply')
@ObjectType({
  description: 'A reply to a comment, read with the key that its author’s device holds.',
})
export class SurveyReply {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column('uuid') commentId: string;
  @Field({ description: 'The comment replied to.' }) comment: string;
  @Field() @Column('text') text: string;
  @DayField() writtenOn: string;
}
