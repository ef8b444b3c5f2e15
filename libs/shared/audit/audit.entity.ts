import {
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OrganizationKey } from '../server/columns.js';
import { pageOf } from '../server/page.js';
import { DayScalar, JsonScalar } from '../server/scalars.js';
import type { Rows } from './core/index.js';

export const AuditOutcomes = { done: 'done', refused: 'refused' } as const;
export type AuditOutcome = keyof typeof AuditOutcomes;
registerEnumType(AuditOutcomes, { name: 'AuditOutcome', description: 'What came of an attempt.' });

const asText = { from: (value: bigint) => value.toString(), to: (value: string) => value };
const asHex = { from: (value: Buffer) => value.toString('hex'), to: (value: string) => value };

@ObjectType({ description: 'Who changed what: rows that nobody can alter unseen.' })
@Entity('audit')
export class AuditEntry {
  @OrganizationKey() organizationId: string;
  @Field(() => String, { description: 'Counts up without gaps.' })
  @PrimaryColumn('bigint', { transformer: asText })
  sequence: string;
  @Field(() => GraphQLISODateTime) @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) actorId: string | null;
  @Field(() => ID, { nullable: true, description: 'The API token that was used.' })
  @Column('uuid', { nullable: true })
  tokenId: string | null;
  @Field({ description: 'The mutation, or the work of the system.' })
  @Column('text')
  action: string;
  @Field(() => String, { nullable: true, description: 'What kind of thing changed first.' })
  @Column('text', { nullable: true })
  object: string | null;
  @Field(() => [String], { description: 'Keys of the rows that changed; at most 200.' })
  @Column('text', { array: true })
  objectIds: string[];
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Columns that changed, by kind and key, as they were.',
  })
  @Column('jsonb', { nullable: true })
  before: Rows | null;
  @Field(() => JsonScalar, { nullable: true, description: 'The same as they are since.' })
  @Column('jsonb', { nullable: true })
  after: Rows | null;
  @Field(() => JsonScalar, { description: 'How many rows changed, by kind.' })
  @Column('jsonb')
  counts: Record<string, number>;
  @Field(() => AuditOutcomes) @Column('text') outcome: AuditOutcome;
  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  @Column('text', { nullable: true })
  problem: string | null;
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) requestId:
    string | null;
  @Column('bytea') previousHash: Buffer;
  @Field({ description: 'Seals this row and all before it.' })
  @Column('bytea', { transformer: asHex })
  hash: string;
}

@ObjectType()
export class AuditPage extends pageOf(AuditEntry) {}

@InputType({
  description: 'Which entries of the audit trail; what is left out does not narrow it.',
})
export class AuditFilter {
  @Field(() => ID, { nullable: true }) actorId?: string | null;
  @Field(() => String, { nullable: true }) action?: string | null;
  @Field(() => String, { nullable: true, description: 'A kind of thing, such as deal.' })
  object?: string | null;
  @Field(() => String, { nullable: true, description: 'The key of a changed row.' })
  objectId?: string | null;
  @Field(() => AuditOutcomes, { nullable: true }) outcome?: AuditOutcome | null;
  @Field(() => DayScalar, { nullable: true }) from?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'The first day that is left out.' })
  to?: string | null;
  @Field(() => String, { nullable: true, description: 'Stands anywhere in the entry.' })
  text?: string | null;
}
