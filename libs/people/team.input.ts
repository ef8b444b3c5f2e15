import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'A team to add (without id) or change.' })
export class TeamInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field() name: string;
  @Field(() => ID, { nullable: true }) parentId?: string | null;
}
