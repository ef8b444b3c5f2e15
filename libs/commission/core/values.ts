import { Rational } from '@laurel/shared/core';
import type { CompiledPlan } from './compile.js';
import type { Converted } from './counted.js';
import type { Values } from './expression/index.js';
import type { Partition } from './partition.js';

const read = (text: string | null | undefined): Rational | null =>
  text == null ? null : Rational.parse(text);

/** What expressions read of the plan and the scores of a partition. */
export const planValues = ({
  plan,
  partition,
}: {
  readonly plan: CompiledPlan;
  readonly partition: Partition;
}): Values => ({
  parameter: plan.parameters,
  score: Object.fromEntries(
    Object.entries(partition.scores ?? {}).map(([name, text]) => [name, Rational.parse(text)]),
  ),
});

/** What expressions read of one credit and its deal, money in major units. */
export function dealValues(
  { credit, amount, margin }: Converted,
  { unit }: CompiledPlan,
): Readonly<Record<string, Rational | string | null | undefined>> {
  const { product, series, variant, segment, priceList, region, kind } = credit;
  return {
    amount: Rational.of(amount).divide(unit),
    margin: margin === null ? null : Rational.of(margin).divide(unit),
    marginShare: margin === null || amount === 0n ? null : Rational.of(margin, amount),
    quantity: read(credit.quantity),
    discount: read(credit.discount),
    level: Rational.of(BigInt(credit.level)),
    product,
    series,
    variant,
    segment,
    priceList,
    region,
    day: credit.creditedOn,
    kind,
  };
}
