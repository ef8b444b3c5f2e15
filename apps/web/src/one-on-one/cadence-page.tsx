import { Badge, Card, Group, Progress, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconChartBar, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { BackLink, EmptyState, Loaded, PageHeader, Pager, useFormat } from '../ui/index.js';
import { type Cadence, CadenceQuery } from './one-on-one.js';

const perPage = 50;

/** Who keeps their one-on-ones; nothing of what they talk about. */
export function CadencePage() {
  const { t } = useTranslation('one-on-one');
  const query = useQuery({ query: CadenceQuery, requestPolicy: 'cache-and-network' });
  return (
    <>
      <BackLink to="/one-on-ones" text={t('toList')} />
      <PageHeader title={t('cadence.title')} lead={t('cadence.lead')} />
      <Loaded of={query}>
        {({ oneOnOneCadence: all }) =>
          all.length ? (
            <Found all={all.toSorted(neediestFirst)} />
          ) : (
            <Card>
              <EmptyState icon={IconChartBar} title={t('cadence.none')}>
                {t('cadence.noneLead')}
              </EmptyState>
            </Card>
          )
        }
      </Loaded>
    </>
  );
}

/** Those who meet least of what they agreed come first, and series that are over last. */
const neediestFirst = (one: Cadence, other: Cadence): number => rank(one) - rank(other);
const rank = ({ endedOn, due, kept }: Cadence): number => (endedOn ? 2 : due ? kept / due : 1);

function Found({ all }: { all: readonly Cadence[] }) {
  const { t } = useTranslation(['one-on-one', 'action']);
  const [search, setSearch] = useState('');
  const [offset, setOffset] = useState(0);
  const wanted = search.trim().toLowerCase();
  const rows = all.filter(({ member, partner }) =>
    `${member.name} ${partner.name}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <TextInput
        type="search"
        mb="md"
        maw={360}
        aria-label={t('cadence.search')}
        placeholder={t('cadence.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={search}
        onChange={({ currentTarget }) => {
          setSearch(currentTarget.value);
          setOffset(0);
        }}
      />
      <Card>
        {rows.length ? (
          <CadenceTable rows={rows.slice(offset, offset + perPage)} />
        ) : (
          <Text c="dimmed">{t('action:nothingFound')}</Text>
        )}
      </Card>
      <Pager
        page={{ first: perPage, offset }}
        total={rows.length}
        onPage={(page) => setOffset(page.offset)}
      />
    </>
  );
}

function CadenceTable({ rows }: { rows: readonly Cadence[] }) {
  const { t } = useTranslation('one-on-one');
  return (
    <>
      <Table visibleFrom="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('cadence.pair')}</Table.Th>
            <Table.Th>{t('cadence.share')}</Table.Th>
            {(['due', 'kept', 'skipped', 'missed', 'streak'] as const).map((key) => (
              <Table.Th key={key} ta="right">
                {t(`cadence.${key}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              <Table.Td>
                <Pair row={row} />
              </Table.Td>
              <Table.Td>
                <Share row={row} />
              </Table.Td>
              {(['due', 'kept', 'skipped', 'missed', 'streak'] as const).map((key) => (
                <Table.Td key={key} ta="right" className="figure">
                  {row[key]}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Stack hiddenFrom="sm" gap="lg">
        {rows.map((row) => (
          <Stack key={keyOf(row)} gap={6}>
            <Pair row={row} />
            <Share row={row} />
            <Text size="sm" c="dimmed">
              {t('cadence.line', { kept: row.kept, skipped: row.skipped, missed: row.missed })}
            </Text>
          </Stack>
        ))}
      </Stack>
    </>
  );
}

const keyOf = ({ member, partner, endedOn }: Cadence) => `${member.id}|${partner.id}|${endedOn}`;

function Pair({ row }: { row: Cadence }) {
  const { t } = useTranslation('one-on-one');
  return (
    <Group gap="xs">
      <Text fw={600}>{t('cadence.two', { one: row.member.name, other: row.partner.name })}</Text>
      {row.endedOn && (
        <Badge variant="light" color="gray" component="span">
          {t('cadence.ended')}
        </Badge>
      )}
    </Group>
  );
}

/** Of the meetings that were to take place, those that did. */
function Share({ row: { due, kept } }: { row: Cadence }) {
  const { t } = useTranslation('one-on-one');
  const { percent } = useFormat();
  if (due === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('cadence.notYet')}
      </Text>
    );
  const share = kept / due;
  return (
    <Group gap="sm" wrap="nowrap">
      <Progress
        value={share * 100}
        w={120}
        color={share < 0.5 ? 'red' : 'laurel'}
        aria-label={t('cadence.share')}
      />
      <Text size="sm" className="figure">
        {percent(share.toFixed(4), 0)}
      </Text>
    </Group>
  );
}
