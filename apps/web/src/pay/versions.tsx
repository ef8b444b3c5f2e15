import { Button, Card, Collapse, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import { ChangeList } from './change-list.js';
import type { Statement } from './statement.js';

type Props = { readonly statement: Statement; readonly memberId: string };

/** Which versions of a statement its payee has seen, and what is different now. */
export function Versions({ statement, memberId }: Props) {
  const { t } = useTranslation('seen');
  const { instant, money } = useFormat();
  const { versions, changed, period, computedAt } = statement;
  const [last] = versions;
  const [open, { toggle }] = useDisclosure();
  const [number, choose] = useState<string | null>(null);
  const state = changed === null ? 'never' : changed ? 'changed' : 'current';
  const told = last && { when: instant(last.seenAt), earned: money(last.earned, last.currency) };
  return (
    <Card component="section" aria-labelledby="versions" mb="lg" padding="md">
      <Group justify="space-between">
        <div>
          <Title order={2} id="versions" size="h4">
            {t('versions')}
          </Title>
          <Text c="dimmed">{t(`state.${state}`, told)}</Text>
        </div>
        {last && (
          <Button variant="default" aria-expanded={open} onClick={toggle}>
            {t('compare')}
          </Button>
        )}
      </Group>
      {last && (
        <Collapse expanded={open}>
          <Stack mt="md">
            <Select
              label={t('version')}
              maw={360}
              allowDeselect={false}
              value={number ?? String(last.number)}
              onChange={choose}
              data={versions.map((each) => ({
                value: String(each.number),
                label: t('option', {
                  number: each.number,
                  when: instant(each.seenAt),
                  earned: money(each.earned, each.currency),
                }),
              }))}
            />
            {open && (
              <ChangeList
                key={`${computedAt} ${number}`}
                memberId={memberId}
                period={period}
                since={Number(number ?? last.number)}
              />
            )}
          </Stack>
        </Collapse>
      )}
    </Card>
  );
}
