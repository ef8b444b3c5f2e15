import type { MoneyStyle } from './format.js';
import { useFormat } from './use-format.js';

type Props = { amount: string; currency: string; style?: MoneyStyle };

/** An amount in minor units, in figures of equal width so that columns line up. */
export function MoneyText({ amount, currency, style }: Props) {
  const { money } = useFormat();
  return <span className="money">{money(amount, currency, style)}</span>;
}
