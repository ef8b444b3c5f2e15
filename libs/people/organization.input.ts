import { Field, InputType, Int } from '@nestjs/graphql';

@InputType()
export class OrganizationInput {
  @Field() name: string;
  @Field({ description: 'IANA name such as Europe/Berlin.' }) timeZone: string;
  @Field() currency: string;
  @Field() locale: string;
  @Field(() => Int) fiscalYearStartMonth: number;
}
