import { Anchor, Card, Mark, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState, Loaded, Skeletons, useFormat } from '../ui/index.js';
import { excerpt } from './excerpt.js';
import { type Hit, meetingPath, SearchQuery, type Series } from './one-on-one.js';

type Props = { readonly all: readonly Series[]; readonly children: ReactNode };

/** Looks through everything I can read of my own one-on-ones; the children are there while I do not. */
export function SearchBox({ all, children }: Props) {
  const { t } = useTranslation('one-on-one');
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 250);
  return (
    <>
      <search aria-label={t('search.label')}>
        <TextInput
          type="search"
          mb="lg"
          maw={480}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </search>
      {asked ? <Hits text={asked} all={all} /> : children}
    </>
  );
}

function Hits({ text, all }: { text: string; all: readonly Series[] }) {
  const { t } = useTranslation('one-on-one');
  const query = useQuery({
    query: SearchQuery,
    variables: { text },
    requestPolicy: 'network-only',
  });
  return (
    <Loaded of={query} skeleton={<Skeletons rows={3} />}>
      {({ searchOneOnOnes: hits }) =>
        hits.length ? (
          <Card component="section" aria-label={t('search.results')}>
            <Stack gap="md">
              {hits.map((hit, i) => (
                <OneHit key={i} hit={hit} text={text} all={all} />
              ))}
            </Stack>
          </Card>
        ) : (
          <EmptyState icon={IconSearch} title={t('search.none', { text })}>
            {t('search.noneLead')}
          </EmptyState>
        )
      }
    </Loaded>
  );
}

function OneHit({ hit, text, all }: { hit: Hit; text: string; all: readonly Series[] }) {
  const { t } = useTranslation('one-on-one');
  const { day } = useFormat();
  const series = all.find(({ id }) => id === hit.oneOnOneId);
  const date = series?.meetings.find(({ number }) => number === hit.number);
  const { before, match, after } = excerpt(hit.text, text);
  return (
    <div>
      <Anchor component={Link} to={meetingPath(hit.oneOnOneId, hit.number)} fw={600}>
        {[series?.partner.name, date && day(date.day)].filter(Boolean).join(', ')}
      </Anchor>
      <Text size="sm" c="dimmed">
        {t(`search.kind.${hit.kind as 'topic' | 'action' | 'sharedNote' | 'privateNote'}`)}
      </Text>
      <Text style={{ overflowWrap: 'anywhere' }}>
        {before}
        <Mark>{match}</Mark>
        {after}
      </Text>
    </div>
  );
}
