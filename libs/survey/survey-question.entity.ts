import { IdField, JsonScalar, OrganizationKey } from '@laurel/shared';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type { QuestionKind } from './core/index.js';

export const QuestionKinds = {
  zeroToTen: 'zeroToTen',
  oneToTen: 'oneToTen',
  agreement: 'agreement',
  choice: 'choice',
  text: 'text',
} as const satisfies { [K in QuestionKind]: K };
registerEnumType(QuestionKinds, {
  name: 'QuestionKind',
  description: 'zeroToTen (eNPS) and oneToTen are two series that never mix; agreement is 1 to 5.',
});

@ObjectType({ description: 'An item of the question bank; a changed text is a new one.' })
@Entity()
export class SurveyQuestion {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Field() @Column('text') key: string;
  @Field(() => Int, { description: 'Version of the key.' }) @Column('int') number: number;
  @Field(() => QuestionKinds) @Column('text') kind: QuestionKind;
  @Field(() => String, { nullable: true, description: 'What it asks about, such as workload.' })
  @Column({ type: 'text', nullable: true })
  driver: string | null;
  @Field({ description: 'Does agreeing speak well of the driver?' })
  @Column('boolean')
  positive: boolean;
  @Field(() => JsonScalar, { description: 'Words by language: {en, de}.' })
  @Column('jsonb')
  text: { en: string; de: string };
  @Field(() => JsonScalar, { description: 'Options of a choice: [{en, de}].' })
  @Column('jsonb')
  options: { en: string; de: string }[];
  @Field() @Column('boolean') retired: boolean;
}
