import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A column of the file, and what it seems to mean.' })
export class ImportColumn {
  @Field() name: string;
  @Field(() => [String]) samples: readonly string[];
  @Field(() => String, { nullable: true }) field: string | null;
  @Field(() => String, { nullable: true }) format: string | null;
  @Field(() => [String]) formats: readonly string[];
  @Field({
    description: 'The values can be read in more than one way: a person has to choose the format.',
  })
  ambiguous: boolean;
}

@ObjectType({ description: 'A field that a column can fill.' })
export class ImportField {
  @Field() name: string;
  @Field() required: boolean;
  @Field() kind: string;
}

@ObjectType({ description: 'What the first look at the file found.' })
export class ImportLayout {
  @Field() encoding: string;
  @Field() delimiter: string;
  @Field(() => [ImportColumn]) columns: ImportColumn[];
  @Field(() => [ImportField]) fields: ImportField[];
}

@ObjectType({ description: 'A value nothing is known by; map it, and it is remembered.' })
export class ImportUnknown {
  @Field() field: string;
  @Field() kind: string;
  @Field() value: string;
  @Field(() => Int) count: number;
  @Field(() => ID, { nullable: true }) suggestionId: string | null;
  @Field(() => String, { nullable: true }) suggestionName: string | null;
}

@ObjectType({ description: 'A person, product or account that a value can be mapped to.' })
export class ImportTarget {
  @Field(() => ID) id: string;
  @Field() name: string;
}

@InputType()
export class ImportColumnInput {
  @Field() column: string;
  @Field(() => String, { nullable: true }) field: string | null;
  @Field(() => String, { nullable: true }) format?: string | null;
}

@InputType({
  description: 'From now on the value means the target; without a target it means nothing again.',
})
export class ImportValueInput {
  @Field() kind: string;
  @Field() value: string;
  @Field(() => ID, { nullable: true }) targetId?: string | null;
}
