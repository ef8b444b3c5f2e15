import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'A calculation that has failed and is tried again by itself, later and later.',
})
export class FailedWork {
  @Field({ description: 'Which step, such as "commission.compute".' }) job: string;
  @Field(() => String, { nullable: true, description: 'The period it is for, if it is for one.' })
  period: string | null;
  @Field(() => Int, { description: 'How often it has failed.' }) failures: number;
  @Field({ description: 'Why it failed the last time.' }) problem: string;
  @Field({ description: 'When it is tried again by itself.' }) nextAt: Date;
}
