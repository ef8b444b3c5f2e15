import { Anchor, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded, MoneyText, Pager, type PageWindow, Skeletons } from '../ui/index.js';
import { type StatementChange, type StatementChanges, useChanges } from './changes.js';
import type { Whose } from './statement.js';

type Props = Whose & { readonly since: number | null };

/** Every line that was added, is gone or pays something else, with the reason; they sum to the difference. */
export function ChangeList({ memberId, period, since }: Props) {
  const { t } = useTranslation('seen');
  const [page, setPage] = useState<PageWindow>({ first: 25, offset: 0 });
  const query = useChanges({ memberId, period, since, page });
  return (
    <Loaded of={query} skeleton={<Skeletons rows={2} height={40} />}>
      {({ statement }) =>
        statement?.changes?.total ? (
          <>
            <ChangeTable changes={statement.changes} />
            <Pager page={page} total={statement.changes.total} onPage={setPage} />
          </>
        ) : (
          <Text c="dimmed">{t('nothing')}</Text>
        )
      }
    </Loaded>
  );
}

function ChangeTable({ changes: { rows, difference, since } }: { changes: StatementChanges }) {
  const { t } = useTranslation('seen');
  return (
    <Table verticalSpacing="xs" horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('line')}</Table.Th>
          <Table.Th className="number" visibleFrom="sm">
            {t('before')}
          </Table.Th>
          <Table.Th className="number" visibleFrom="sm">
            {t('after')}
          </Table.Th>
          <Table.Th className="number">{t('difference')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
        <Table.Tr fw={600}>
          <Table.Td>{t('total')}</Table.Td>
          <Table.Td visibleFrom="sm" />
          <Table.Td visibleFrom="sm" />
          <Table.Td className="number">
            <MoneyText amount={difference} currency={since.currency} />
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}

function ChangeRow({ change }: { change: StatementChange }) {
  const { t } = useTranslation('seen');
  const { before, after, difference, currency, reason } = change;
  const money = (amount: string | null) =>
    amount === null ? '–' : <MoneyText amount={amount} currency={currency} />;
  return (
    <Table.Tr data-reason={reason}>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Title change={change} />
        <Text size="sm" c="dimmed">
          {t(`reason.${reason}`)}
        </Text>
      </Table.Td>
      <Table.Td className="number" visibleFrom="sm">
        {money(before)}
      </Table.Td>
      <Table.Td className="number" visibleFrom="sm">
        {money(after)}
      </Table.Td>
      <Table.Td className="number">{money(difference)}</Table.Td>
    </Table.Tr>
  );
}

/** The deal and what it is paid as, or the pay that is about no deal. */
function Title({ change: { deal, externalId, kind } }: { change: StatementChange }) {
  const { t } = useTranslation('pay');
  const what = t(`kind.${kind}`);
  if (!externalId) return <Text fw={600}>{what}</Text>;
  return (
    <Text>
      {deal ? (
        <Anchor component={Link} to={`/deals/${deal.id}`} fw={600} c="inherit">
          {deal.name}
        </Anchor>
      ) : (
        <Text span fw={600}>
          {externalId}
        </Text>
      )}{' '}
      <Text span size="sm" c="dimmed">
        {what}
      </Text>
    </Text>
  );
}
