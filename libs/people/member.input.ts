import { DayScalar } from '@laurel/shared';
import type { Role } from '@laurel/shared/core';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Roles } from './member.entity.js';

@InputType({
  description: 'A member to add (without id) or change; what is left out stays as it is.',
})
export class MemberInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field() name: string;
  @Field() email: string;
  @Field(() => Roles) role: Role;
  @Field(() => DayScalar, { nullable: true }) hiredOn?: string | null;
  @Field(() => DayScalar, { nullable: true }) leftOn?: string | null;
  @Field(() => String, { nullable: true }) currency?: string | null;
  @Field(() => String, { nullable: true }) locale?: string | null;
  @Field(() => String, { nullable: true }) region?: string | null;
  @Field(() => String, { nullable: true }) timeZone?: string | null;
  @Field(() => Boolean, { nullable: true }) hr?: boolean | null;
}
