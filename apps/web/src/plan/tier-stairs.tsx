import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import classes from './plan.module.css';

type Tier = { readonly from: string; readonly rate: string };

/** Lowest stair that still shows as one, in percent of the height. */
const leastHeight = 8;

/** Tiers as stairs: the higher the attainment, the higher the rate; above the quota they are gold. */
export function TierStairs({ tiers }: { tiers: readonly Tier[] }) {
  const { t } = useTranslation('plan');
  const { percent } = useFormat();
  const highest = Math.max(...tiers.map(({ rate }) => Number(rate)));
  const heightOf = (rate: string) =>
    highest > 0 ? Math.max(leastHeight, (Number(rate) / highest) * 74) : leastHeight;
  return (
    <div className={classes.stairs} role="img" aria-label={t('words.stairs')}>
      {tiers.map(({ from, rate }) => (
        <div key={from} className={classes.stair} data-above={Number(from) >= 1}>
          <span className={classes.rate}>{percent(rate, 4)}</span>
          <div className={classes.bar} style={{ height: `${heightOf(rate)}%` }} />
          <span className={classes.range}>{t('words.from', { from: percent(from, 0) })}</span>
        </div>
      ))}
    </div>
  );
}
