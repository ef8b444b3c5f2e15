import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { IdField, InstantField, OrganizationKey } from '../server/columns.js';
import { pageOf } from '../server/page.js';
import type { ColumnGuess, FieldKind, ImportMapping } from './core/index.js';

export const FileKinds = {
  person: 'person',
  product: 'product',
  account: 'account',
  deal: 'deal',
  quota: 'quota',
  exchangeRate: 'exchangeRate',
  payment: 'payment',
  score: 'score',
  targetPay: 'targetPay',
} as const;
export type FileKind = keyof typeof FileKinds;
registerEnumType(FileKinds, { name: 'ImportKind', description: 'What the rows of a file are.' });

export const ImportStatuses = {
  uploaded: 'uploaded',
  read: 'read',
  checking: 'checking',
  checked: 'checked',
  running: 'running',
  done: 'done',
  failed: 'failed',
  undoing: 'undoing',
  undone: 'undone',
} as const;
export type ImportStatus = keyof typeof ImportStatuses;
registerEnumType(ImportStatuses, {
  name: 'ImportStatus',
  description:
    'Uploaded, first look taken (read), dry run (checked), committed (running, done), taken back.',
});

/** What the first look at a file found. */
export type FileLayout = {
  readonly encoding: string;
  readonly delimiter: string;
  readonly columns: readonly ColumnGuess[];
};

/** A value no person, product or account is known by. */
export type UnknownValue = {
  readonly field: string;
  readonly kind: FieldKind;
  readonly value: string;
  readonly count: number;
  readonly suggestionId: string | null;
  readonly suggestionName: string | null;
};

export type SampleRow = {
  readonly row: number;
  readonly values: Readonly<Record<string, string | null>>;
};

/** What the dry run found beside the rejections. */
export type Findings = {
  readonly unknowns: readonly UnknownValue[];
  readonly sample: readonly SampleRow[];
};

const Count = () => (target: object, property: string) => {
  Column('integer')(target, property);
  Field(() => Int)(target, property);
};

@ObjectType({
  description: 'A file on its way in: first look, mapping, dry run, commit, and back if need be.',
})
@Entity()
export class Import {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Field(() => FileKinds) @Column('text') kind: FileKind;
  @Field() @Column('text') fileName: string;
  @Field(() => Int)
  @Column('bigint', { transformer: { from: Number, to: (count: number) => count } })
  byteCount: number;
  @Field(() => ImportStatuses) @Column('text') status: ImportStatus;
  @Column('jsonb', { nullable: true }) layout: FileLayout | null;
  @Column('jsonb', { nullable: true }) mapping: ImportMapping | null;
  @Column('jsonb', { nullable: true }) findings: Findings | null;
  @Count() rowCount: number;
  @Count() processedCount: number;
  @Count() createdCount: number;
  @Count() updatedCount: number;
  @Count() unchangedCount: number;
  @Count() rejectedCount: number;
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  problem: string | null;
  @Column('uuid') createdBy: string;
  @InstantField() createdAt: Date;
  @InstantField({ nullable: true }) finishedAt: Date | null;
}

@ObjectType({ description: 'Why one field of one row was refused.' })
@Entity()
export class ImportRejection {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn('uuid') importId: string;
  @Field(() => Int, { description: 'Line of the file on which the row begins.' })
  @PrimaryColumn('integer')
  row: number;
  @Field() @PrimaryColumn('text') field: string;
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  value: string | null;
  @Field() @Column('text') code: string;
  @Field() @Column('text') reason: string;
}

@ObjectType()
export class ImportPage extends pageOf(Import) {}

@ObjectType()
export class ImportRejectionPage extends pageOf(ImportRejection) {}
