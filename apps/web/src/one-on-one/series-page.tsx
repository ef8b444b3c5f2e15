import { Button } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState, Loaded } from '../ui/index.js';
import { meetingPath, OneOnOnesQuery } from './one-on-one.js';

/** The way to the meeting of a series that is next, or was last. */
export function SeriesPage() {
  const { id = '' } = useParams();
  const query = useQuery({ query: OneOnOnesQuery });
  return (
    <Loaded of={query}>
      {({ oneOnOnes }) => {
        const series = oneOnOnes.find((one) => one.id === id);
        const number = series?.nextNumber ?? series?.meetings.at(-1)?.number ?? 0;
        return series ? <Navigate to={meetingPath(id, number)} replace /> : <NoSuchSeries />;
      }}
    </Loaded>
  );
}

/** Not mine, or not there: the same words for both. */
export function NoSuchSeries() {
  const { t } = useTranslation('one-on-one');
  return (
    <EmptyState
      icon={IconMessages}
      title={t('noSuch.title')}
      action={
        <Button component={Link} to="/one-on-ones">
          {t('toList')}
        </Button>
      }
    >
      {t('noSuch.lead')}
    </EmptyState>
  );
}
