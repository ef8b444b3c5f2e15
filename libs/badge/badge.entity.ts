import { JsonScalar, OrganizationKey } from '@laurel/shared';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BadgeDefinition, Criteria } from './core/index.js';

@ObjectType({ description: 'Something to be proud of, and what has to be true to earn it.' })
@Entity()
export class Badge implements BadgeDefinition {
  @OrganizationKey() organizationId: string;
  @Field() @PrimaryColumn('text') code: string;
  @Field(() => Int, { description: 'Grows when the criteria change.' })
  @Column('int')
  version: number;
  @Field(() => JsonScalar, { description: 'Words by language: {en, de}.' })
  @Column('jsonb')
  title: BadgeDefinition['title'];
  @Field(() => JsonScalar, { description: 'Words by language: {en, de}.' })
  @Column('jsonb')
  description: BadgeDefinition['description'];
  @Field({ description: 'A name of the Tabler icons.' }) @Column('text') icon: string;
  @Field(() => JsonScalar) @Column('jsonb') criteria: Criteria;
  @Column('boolean') enabled: boolean;
}
