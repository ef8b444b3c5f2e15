import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import type { Band } from './plan-trial.js';
import classes from './spread.module.css';

type Props = { readonly bands: readonly Band[]; readonly currency: string };
type Way = 'less' | 'same' | 'more';

const wayOf = ({ from, to }: Band): Way =>
  from === to ? 'same' : to.startsWith('-') || to === '0' ? 'less' : 'more';

/** How many earn less, the same and more, and by how much: a bar for each band of differences. */
export function Spread({ bands, currency }: Props) {
  const { t } = useTranslation('plan-trial');
  const { money, number } = useFormat();
  const count = (way: Way) =>
    bands.filter((band) => wayOf(band) === way).reduce((sum, { payees }) => sum + payees, 0);
  const most = Math.max(...bands.map(({ payees }) => payees));
  const edge = (amount: string) => money(amount, currency, 'short');
  const counts = (['less', 'same', 'more'] as const).map((way) => [way, count(way)] as const);
  const summary = counts.map(([way, people]) => t(way, { count: people })).join(', ');
  return (
    <figure className={classes.spread}>
      <Group component="figcaption" gap="lg" mb="sm">
        {counts.map(([way, people]) => (
          <Text key={way} size="sm" fw={600} className={classes.key} data-way={way}>
            {t(way, { count: people })}
          </Text>
        ))}
      </Group>
      <div className={classes.bars} role="img" aria-label={summary}>
        {bands.map((band) => (
          <div key={`${band.from} ${band.to}`} className={classes.band} data-way={wayOf(band)}>
            <span className={classes.count}>{band.payees > 0 && number(band.payees)}</span>
            <span className={classes.bar} style={{ height: `${(band.payees / most) * 100}%` }} />
            <span className={classes.edge}>
              {wayOf(band) === 'same'
                ? '±0'
                : wayOf(band) === 'less'
                  ? edge(band.from)
                  : `+${edge(band.to)}`}
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
}
