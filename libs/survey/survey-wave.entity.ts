import { DayField, IdField, OrganizationKey } from '@laurel/shared';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { dimensions, type Dimension, type Group } from './core/index.js';

export const WaveStatuses = { open: 'open', closed: 'closed', shared: 'shared' } as const;
export type WaveStatus = keyof typeof WaveStatuses;
registerEnumType(WaveStatuses, { name: 'WaveStatus' });

export const Dimensions = Object.fromEntries(dimensions.map((each) => [each, each])) as {
  [D in Dimension]: D;
};
registerEnumType(Dimensions, { name: 'SurveyDimension' });

@ObjectType({ description: 'One sending of a survey, with what it promised frozen.' })
@Entity()
export class SurveyWave {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Field(() => ID) @Column('uuid') surveyId: string;
  @Field(() => Int) @Column('int') number: number;
  @Field(() => WaveStatuses) @Column('text') status: WaveStatus;
  @DayField() opensOn: string;
  @DayField({ description: 'The first day on which it takes no answers any more.' })
  closesOn: string;
  @Column({ type: 'uuid', array: true }) questionIds: string[];
  @Field(() => Int) @Column('smallint') scoreThreshold: number;
  @Field(() => Int) @Column('smallint') commentThreshold: number;
  @Column('jsonb') groups: Group[];
  @Field(() => Int) @Column('int') invited: number;
  @Field(() => String, {
    nullable: true,
    description: 'What we heard, in the words of who shared it.',
  })
  @Column({ type: 'text', nullable: true })
  heard: string | null;
}

@ObjectType({ description: 'A group as it was when the wave was sent.' })
export class SurveyGroup implements Group {
  @Field() id: string;
  @Field(() => Dimensions) dimension: Dimension;
  @Field() name: string;
  @Field(() => String, { nullable: true }) parent: string | null;
}
