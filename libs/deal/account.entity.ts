import { IdField, OrganizationKey } from '@laurel/shared';
import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

@ObjectType({ description: 'A customer.' })
@Entity()
export class Account {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Field() @Column('text') name: string;
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  sector: string | null;
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  region: string | null;
  @Column('jsonb') attributes: Record<string, unknown>;
  @Column('integer') version: number;
}
