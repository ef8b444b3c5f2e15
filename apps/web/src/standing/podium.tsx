import { Text } from '@mantine/core';
import type { Measure } from '@laurel/standing/core';
import { IconCrown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '../ui/index.js';
import type { Place } from './board.js';
import classes from './podium.module.css';
import { useScore } from './use-score.js';

/** The first three places on their steps; the screen reader hears them in order of rank. */
export function Podium({ steps, measure }: { steps: Place[][]; measure: Measure }) {
  const { t } = useTranslation('standing');
  return (
    <ol className={classes.podium} aria-label={t('podium')}>
      {steps.map((step, position) => (
        <li key={step[0]!.rank} className={classes.step} data-position={position + 1}>
          <div className={classes.people}>
            {step.map((place) => (
              <Winner key={place.member.id} place={place} measure={measure} />
            ))}
          </div>
          <div className={classes.block}>{step[0]!.rank}</div>
        </li>
      ))}
    </ol>
  );
}

function Winner({ place, measure }: { place: Place; measure: Measure }) {
  const { t } = useTranslation('standing');
  const write = useScore(measure);
  const { member, rank, score, currency, mine } = place;
  return (
    <div className={classes.winner} data-changes key={score}>
      {rank === 1 && <IconCrown size={26} className={classes.crown} aria-hidden />}
      <PersonAvatar name={member.name} size={rank === 1 ? 68 : 56} />
      <Text fw={600} lh={1.2} ta="center" className={classes.name}>
        {member.name}
      </Text>
      {mine && <span className={classes.me}>{t('me')}</span>}
      <Text className={classes.score}>{write(score, currency)}</Text>
    </div>
  );
}
