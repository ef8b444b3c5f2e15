import { Card, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pager, type PageWindow } from '../ui/index.js';
import { useLateChanges } from './late-change.js';
import { LateChangeRow } from './late-change-row.js';

type Props = { readonly period: string; readonly memberId?: string };

/** What came late for locked periods and is posted here: a row for each changed deal. Nothing when there is none. */
export function LateChanges({ period, memberId }: Props) {
  const { t } = useTranslation('late-change');
  const [page, setPage] = useState<PageWindow>({ first: 25, offset: 0 });
  const [{ data }] = useLateChanges({ period, memberId: memberId ?? null, page });
  if (!data?.lateChanges.total) return null;
  const { rows, total } = data.lateChanges;
  return (
    <Card component="section" aria-labelledby="late-changes" mb="lg">
      <Title order={2} id="late-changes">
        {t('title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('lead')}
      </Text>
      <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
        {rows.map((change) => (
          <LateChangeRow key={change.id} change={change} ofOne={memberId !== undefined} />
        ))}
      </Stack>
      <Pager page={page} total={total} onPage={setPage} />
    </Card>
  );
}
