import { IdField, OrganizationKey } from '@laurel/shared';
import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

@ObjectType({ description: 'Rules by which people are paid, kept in versions.' })
@Entity()
export class Plan {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Field() @Column('text') name: string;
}

@ObjectType({ description: 'Something wrong in a plan document, and where.' })
export class PlanProblem {
  @Field({ description: 'Such as "components[0].tiers[1].rate".' }) path: string;
  @Field() message: string;
}
