import { Group, Progress as Bar, Text, Title } from '@mantine/core';
import type { Criteria } from '@laurel/badge/core';
import { useTranslation } from 'react-i18next';
import { useFormat, wordsIn } from '../ui/index.js';
import type { Progress } from './badge.js';
import { Evidence } from './evidence.js';
import { Medal } from './medal.js';
import { TakenBack } from './taken-back.js';

type Props = { progress: Progress; order?: 2 | 3 };

/** One badge: what it asks for, how near the reader is, and what it rests on once it is won. */
export function BadgeProgress({ progress, order = 2 }: Props) {
  const { t } = useTranslation('badge');
  const { language } = useFormat();
  const { badge, award, current, target } = progress;
  const held = award !== null && award.revokedAt === null;
  const title = wordsIn(badge.title, language);
  return (
    <article>
      <Group wrap="nowrap" align="flex-start" mb="md">
        <Medal icon={badge.icon} held={held} />
        <div>
          <Title order={order} fz="h3">
            {title}
          </Title>
          <Text c="dimmed" size="sm">
            {wordsIn(badge.description, language)}
          </Text>
        </div>
      </Group>
      <Bar
        value={Math.min(100, (current / target) * 100)}
        color={held ? 'gold.4' : 'laurel.5'}
        size="lg"
        radius="xl"
        aria-label={t('progressOf', { title })}
      />
      <Text size="sm" mt={6} className="figure">
        {held ? t('held') : <Missing progress={progress} />}
      </Text>
      {held && <Evidence of={award.evidence} />}
      {award?.revokedAt && <TakenBack award={award} />}
    </article>
  );
}

/** How much is missing: in deals for a number of deals, else as a percentage. */
function Missing({ progress: { badge, current, target } }: { progress: Progress }) {
  const { t } = useTranslation('badge');
  const { number, percent } = useFormat();
  if ((badge.criteria as Criteria).kind !== 'dealCount')
    return t('percent', { percent: percent(String(current / target), 0) });
  const missing = { current: number(current), target: number(target), count: target - current };
  return t('missing', missing);
}
