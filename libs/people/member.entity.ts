import { DayField, IdField, OrganizationKey, pageOf } from '@laurel/shared';
import type { Role } from '@laurel/shared/core';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

export const Roles = {
  rep: 'rep',
  manager: 'manager',
  finance: 'finance',
  admin: 'admin',
} as const satisfies { [R in Role]: R };
registerEnumType(Roles, { name: 'Role', description: 'What somebody may do in Laurel.' });

@ObjectType({
  description: 'Somebody in the organisation; they stay in its history when they leave.',
})
@Entity()
export class Member {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Field() @Column('text') name: string;
  @Field() @Column('text') email: string;
  @Field(() => Roles) @Column('text') role: Role;
  @DayField({ nullable: true }) hiredOn: string | null;
  @DayField({ nullable: true, description: 'The first day on which they are no longer here.' })
  leftOn: string | null;
  @Field({ description: 'ISO 4217; the currency they are paid in.' })
  @Column({ type: 'char', length: 3 })
  currency: string;
  @Field(() => String, { nullable: true })
  @Column({ type: 'text', nullable: true })
  locale: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Where they work; surveys can be cut by it.',
  })
  @Column({ type: 'text', nullable: true })
  region: string | null;
  @Field(() => String, { nullable: true, description: 'IANA name; null: the organisation’s.' })
  @Column({ type: 'text', nullable: true })
  timeZone: string | null;
  @Field({ description: 'May send surveys to everybody and see their results.' })
  @Column({ type: 'boolean', default: false })
  hr: boolean;
}

@ObjectType()
export class MemberPage extends pageOf(Member) {}
