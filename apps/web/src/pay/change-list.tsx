import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DifferenceRow, DifferenceTable } from '../ui/difference-table.js';
import { Loaded, Pager, type PageWindow, Skeletons } from '../ui/index.js';
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
    <DifferenceTable words="seen" what={t('line')} sum={{ difference, currency: since.currency }}>
      {rows.map((change) => (
        <ChangeRow key={change.id} change={change} />
      ))}
    </DifferenceTable>
  );
}

function ChangeRow({ change }: { change: StatementChange }) {
  const { t } = useTranslation('seen');
  const { before, after, difference, currency, reason } = change;
  return (
    <DifferenceRow {...{ before, after, difference, currency }}>
      <Title change={change} />
      <Text size="sm" c="dimmed">
        {t(`reason.${reason}`)}
      </Text>
    </DifferenceRow>
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
