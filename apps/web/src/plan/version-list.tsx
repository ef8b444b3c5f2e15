import { Card, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { DayText, TimeText } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import classes from './plan.module.css';
import { newestFirst, type Plan, type PlanVersion, versionOn } from './plan-fields.js';

type Props = {
  readonly plan: Plan;
  readonly shown: PlanVersion | undefined;
  readonly onShow: (number: number) => void;
};

/** Every version ever published: none is overwritten, and each holds from its day on. */
export function VersionList({ plan, shown, onShow }: Props) {
  const { t } = useTranslation('plan');
  const { organization } = useSignedIn();
  const current = versionOn(plan, todayIn(organization.timeZone));
  return (
    <Card component="section">
      <Title order={2} mb="sm">
        {t('versions')}
      </Title>
      {newestFirst(plan).map((version) => (
        <UnstyledButton
          key={version.id}
          className={classes.version}
          aria-current={version.id === shown?.id}
          onClick={() => onShow(version.number)}
        >
          <Text fw={600} span>
            {t('version', { number: version.number })}
            {version.id === current?.id && ` · ${t('current')}`}
          </Text>
          <Text size="sm" c="dimmed">
            {t('since')} <DayText day={version.effectiveFrom} />, {t('saved')}{' '}
            <TimeText at={version.createdAt} />
            {version.author && ` ${t('author', { name: version.author.name })}`}
          </Text>
        </UnstyledButton>
      ))}
    </Card>
  );
}
