import { Text } from '@mantine/core';
import { parsePlan } from '@laurel/commission/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import classes from './pay.module.css';
import type { Statement } from './statement.js';
import { type TierMark, tierScale } from './tier-scale.js';

/** How much of the quota is reached, with the tiers the plan pays along the way. */
export function AttainmentBar({ statement }: { statement: Statement }) {
  const { t } = useTranslation('pay');
  const { percent, money } = useFormat();
  const { attainment, quota, credited, currency } = statement;
  const version = statement.lines.rows[0]?.planVersion;
  const plan = version ? parsePlan(version.document) : undefined;
  const withoutTiers = plan?.components.every(({ kind }) => kind !== 'tiers');
  if (!quota || attainment === null)
    return withoutTiers ? null : <Text c="dimmed">{t('noQuota')}</Text>;
  const { marks, filled } = tierScale(plan ?? { components: [] }, attainment);
  const label = t('attained', {
    percent: percent(attainment),
    credited: money(credited, currency),
    quota: money(quota, currency),
  });
  return (
    <div>
      <Text mb="xs">{label}</Text>
      <div className={classes.track} role="img" aria-label={label}>
        <div
          className={classes.fill}
          data-reached={Number(attainment) >= 1 || undefined}
          style={{ width: `${filled * 100}%` }}
        />
        {marks.map((mark) => (
          <span key={mark.from} className={classes.tick} style={{ left: `${mark.place * 100}%` }} />
        ))}
      </div>
      <TierLegend marks={marks} reached={Number(attainment)} />
    </div>
  );
}

function TierLegend({ marks, reached }: { marks: readonly TierMark[]; reached: number }) {
  const { t } = useTranslation('pay');
  const { percent } = useFormat();
  const current = marks.findLast(({ from }) => from <= Math.max(0, reached));
  return (
    <ul className={classes.tiers} aria-label={t('tiers')}>
      {marks.map((mark) => (
        <li
          key={mark.from}
          data-current={mark === current || undefined}
          style={{ left: `${mark.place * 100}%` }}
        >
          <span className={classes.tierFrom}>{percent(String(mark.from))}</span>
          <span>{t('pays', { rate: percent(mark.rate, 2) })}</span>
        </li>
      ))}
    </ul>
  );
}
