import { lastDay } from '@laurel/shared/core';
import { Alert, Anchor, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { LateChanges } from '../late-change/late-changes.js';
import { BackLink, DayText, Loaded, PageHeader, useFormat } from '../ui/index.js';
import { FailedWork } from './failed-work.js';
import { PeriodActions } from './period-actions.js';
import { PeriodChecklist } from './period-checklist.js';
import { type PeriodDetail, PeriodFields } from './period-fields.js';
import { PeriodHistory } from './period-history.js';
import { StatusBadge } from './status-badge.js';

const PeriodQuery = graphql(
  `
    query Period($name: String!) {
      period(name: $name) {
        ...PeriodFields
      }
      periodChecklist(period: $name) {
        code
        count
        names
      }
    }
  `,
  [PeriodFields],
);

/** One period: its status, what is open in it, and what can be done to it. */
export function PeriodPage() {
  const { t } = useTranslation('period');
  const { name = '' } = useParams();
  const format = useFormat();
  const query = useQuery({
    query: PeriodQuery,
    variables: { name },
    requestPolicy: 'cache-and-network',
  });
  const reload = () => query[1]({ requestPolicy: 'network-only' });
  return (
    <Loaded of={query}>
      {({ period, periodChecklist: points }) => (
        <>
          <BackLink to="/periods" text={t('back')} />
          <PageHeader title={format.period(period.name)}>
            <PeriodActions period={period} points={points} onDone={reload} />
          </PageHeader>
          <FailedWork />
          <Status period={period} />
          <SimpleGrid cols={{ base: 1, md: 2 }} mt="lg" mb="lg">
            <Card component="section">
              <PeriodChecklist period={period.name} points={points} />
            </Card>
            <Card component="section">
              <PeriodHistory changes={period.changes} />
            </Card>
          </SimpleGrid>
          <LateChanges period={period.name} />
        </>
      )}
    </Loaded>
  );
}

function Status({ period }: { period: PeriodDetail }) {
  const { t } = useTranslation('period');
  const { name, from, to, status, waiting } = period;
  return (
    <Stack gap="sm">
      <Group>
        <StatusBadge status={status} />
        <Text c="dimmed">
          <DayText day={from} /> – <DayText day={lastDay({ from, to })} />
        </Text>
        <Anchor component={Link} to={`/statements?period=${name}`}>
          {t('statements')}
        </Anchor>
      </Group>
      <Text>{t(`${status}Lead`)}</Text>
      {waiting > 0 && (
        <Alert color="yellow" icon={<IconHourglass />} role="status">
          {t('waiting', { count: waiting })}
        </Alert>
      )}
    </Stack>
  );
}
