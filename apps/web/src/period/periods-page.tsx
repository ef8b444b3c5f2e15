import { kindOf, lastDay } from '@laurel/shared/core';
import { Anchor, Card, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  DayText,
  KindChoice,
  kindsInUse,
  Loaded,
  PageHeader,
  periodsOfKind,
  type PeriodRow,
  useFormat,
  usePeriodChoice,
} from '../ui/index.js';
import { FailedWork } from './failed-work.js';
import { StatusBadge } from './status-badge.js';

/** Every period of a kind with its status; each leads to its checklist. */
export function PeriodsPage() {
  const { t } = useTranslation('period');
  const { query, period, choose } = usePeriodChoice();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <FailedWork />
      <Loaded of={query}>
        {(periods) => {
          const kind = kindOf(period!);
          const shown = periodsOfKind(periods, kind);
          return (
            <>
              <KindChoice
                kinds={kindsInUse(periods)}
                value={kind}
                onChange={(next) => choose(periodsOfKind(periods, next)[0]!.name)}
              />
              <Card mt="md">
                <Rows rows={shown} />
              </Card>
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Rows({ rows }: { rows: readonly PeriodRow[] }) {
  const { t } = useTranslation('period');
  const format = useFormat();
  return (
    <Table verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('period')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('days')}</Table.Th>
          <Table.Th>{t('status')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ name, from, to, status }) => (
          <Table.Tr key={name}>
            <Table.Td>
              <Anchor component={Link} to={`/periods/${name}`}>
                {format.period(name)}
              </Anchor>
            </Table.Td>
            <Table.Td visibleFrom="sm" c="dimmed">
              <DayText day={from} /> – <DayText day={lastDay({ from, to })} />
            </Table.Td>
            <Table.Td>
              <StatusBadge status={status} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
