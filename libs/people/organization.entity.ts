import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'A company that uses Laurel; it sees nothing of any other.' })
@Entity()
export class Organization {
  @Field(() => ID, { name: 'id' })
  @PrimaryColumn({ type: 'uuid', default: () => 'current_organization()' })
  organizationId: string;
  @Field() @Column('text') name: string;
  @Field({ description: 'IANA name; it decides which day it is.' })
  @Column({ type: 'text', default: 'UTC' })
  timeZone: string;
  @Field({ description: 'ISO 4217; used where a deal or member names none.' })
  @Column({ type: 'char', length: 3, default: 'EUR' })
  currency: string;
  @Field() @Column({ type: 'text', default: 'en' }) locale: string;
  @Field(() => Int, { description: '1 (January) to 12.' })
  @Column({ type: 'smallint', default: 1 })
  fiscalYearStartMonth: number;
}
