import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useFormat } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';

const FailedWorkQuery = graphql(`
  query FailedWork {
    failedWork {
      job
      period
      failures
      problem
      nextAt
    }
  }
`);

const RetryWork = graphql(`
  mutation RetryWork {
    retryWork
  }
`);

type Failed = ResultOf<typeof FailedWorkQuery>['failedWork'][number];

/** Calculations that do not succeed, each with its reason; nothing while all of them do. */
export function FailedWork() {
  const { t } = useTranslation('period');
  const say = useSay();
  const [{ data }, look] = useQuery({
    query: FailedWorkQuery,
    requestPolicy: 'cache-and-network',
  });
  const [{ fetching }, retry] = useMutation(RetryWork);
  const failed = data?.failedWork ?? [];
  if (!failed.length) return null;
  const again = async () => {
    const { error } = await retry({});
    if (error) say.problem(error);
    else say.done(t('failed.retried'));
    look({ requestPolicy: 'network-only' });
  };
  return (
    <Alert
      color="red"
      mb="lg"
      icon={<IconAlertTriangle />}
      title={t('failed.title', { count: failed.length })}
    >
      <Text>{t('failed.lead')}</Text>
      <List my="sm">
        {failed.map((each) => (
          <FailedItem key={`${each.job} ${each.period} ${each.nextAt}`} failed={each} />
        ))}
      </List>
      <Group>
        <Button size="compact-sm" variant="default" loading={fetching} onClick={() => void again()}>
          {t('failed.retry')}
        </Button>
      </Group>
    </Alert>
  );
}

function FailedItem({ failed }: { failed: Failed }) {
  const { t } = useTranslation('period');
  const { period, instant } = useFormat();
  const { job, failures, problem, nextAt } = failed;
  const step = t(`failed.job.${job.replace('.', '-')}`, { defaultValue: job });
  return (
    <List.Item>
      {failed.period ? `${step}, ${period(failed.period)}` : step}: {problem}
      <Text size="sm" c="dimmed">
        {t('failed.tried', { count: failures, next: instant(nextAt) })}
      </Text>
    </List.Item>
  );
}
