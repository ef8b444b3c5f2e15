import { IdField, OrganizationKey } from '@laurel/shared';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

@ObjectType({ description: 'A team; its managers also lead the teams below it.' })
@Entity()
export class Team {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Field() @Column('text') name: string;
  @Field(() => ID, { nullable: true }) @Column({ type: 'uuid', nullable: true }) parentId:
    string | null;
}
