import { Button, Card, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconChartBar, IconMessages, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSignedIn } from '../session/session.js';
import { EmptyState, Loaded, PageHeader } from '../ui/index.js';
import { CalendarButton } from './calendar-dialog.js';
import { OneOnOnesQuery, type Series } from './one-on-one.js';
import { SearchBox } from './search-box.js';
import { SeriesCard } from './series-card.js';
import { ShownToMe } from './shown-to-me.js';
import { StartDialog } from './start-dialog.js';

/** Whom I meet regularly: what comes next, and whether we keep to it. */
export function OneOnOnesPage() {
  const { t } = useTranslation('one-on-one');
  const { member } = useSignedIn();
  const query = useQuery({ query: OneOnOnesQuery, requestPolicy: 'cache-and-network' });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        {(member.hr || member.role === 'manager') && (
          <Button
            component={Link}
            to="/one-on-ones/cadence"
            variant="default"
            leftSection={<IconChartBar size={18} />}
          >
            {t('cadence.link')}
          </Button>
        )}
        <CalendarButton />
        <StartButton />
      </PageHeader>
      <Loaded of={query}>
        {({ oneOnOnes }) =>
          oneOnOnes.length ? (
            <SearchBox all={oneOnOnes}>
              <Stack gap="xl">
                <AllSeries all={oneOnOnes} />
                <ShownToMe />
              </Stack>
            </SearchBox>
          ) : (
            <Stack gap="xl">
              <NoSeries />
              <ShownToMe />
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function AllSeries({ all }: { all: readonly Series[] }) {
  const { t } = useTranslation('one-on-one');
  const open = all.filter(({ nextNumber }) => nextNumber !== null).sort(bySoonest);
  const over = all.filter(({ nextNumber }) => nextNumber === null);
  return (
    <Stack gap="xl">
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="lg">
        {open.map((series) => (
          <SeriesCard key={series.id} series={series} />
        ))}
      </SimpleGrid>
      {over.length > 0 && (
        <section>
          <Title order={2} size="h3" mb="md">
            {t('over')}
          </Title>
          <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="lg">
            {over.map((series) => (
              <SeriesCard key={series.id} series={series} />
            ))}
          </SimpleGrid>
        </section>
      )}
    </Stack>
  );
}

const bySoonest = (a: Series, b: Series): number =>
  `${a.nextDay}${a.time}`.localeCompare(`${b.nextDay}${b.time}`);

function NoSeries() {
  const { t } = useTranslation('one-on-one');
  return (
    <Card>
      <EmptyState icon={IconMessages} title={t('none.title')} action={<StartButton />}>
        {t('none.lead')}
      </EmptyState>
      <Stack maw={560} mx="auto" pb="lg" gap="xs">
        <Text fw={600}>{t('promise.title')}</Text>
        <List spacing="xs">
          {(['two', 'private', 'cadence'] as const).map((key) => (
            <List.Item key={key}>{t(`promise.${key}`)}</List.Item>
          ))}
        </List>
      </Stack>
    </Card>
  );
}

function StartButton() {
  const { t } = useTranslation('one-on-one');
  const [starting, setStarting] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlus size={18} />} onClick={() => setStarting(true)}>
        {t('new')}
      </Button>
      <StartDialog opened={starting} onClose={() => setStarting(false)} />
    </>
  );
}
