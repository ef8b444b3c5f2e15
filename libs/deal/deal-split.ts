import { DecimalScalar } from '@laurel/shared';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import * as core from './core/index.js';

export const SplitKinds = { split: 'split', overlay: 'overlay' } as const satisfies {
  [K in core.SplitKind]: K;
};
registerEnumType(SplitKinds, {
  name: 'SplitKind',
  description: 'split: a part of the deal, all parts total 100 %. overlay: on top of the deal.',
});

@ObjectType({ description: 'Somebody’s share of the credit of a deal.' })
export class DealSplit implements core.DealSplit {
  payeeId: string;
  @Field(() => DecimalScalar, { description: 'Of the deal: "0.6" is 60 %.' }) share: string;
  @Field(() => SplitKinds) kind: core.SplitKind;
}
