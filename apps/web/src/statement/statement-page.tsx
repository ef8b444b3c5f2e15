import { Anchor, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { graphql } from '../graphql/graphql.js';
import { useQuery } from 'urql';
import { StatementView } from '../pay/statement-view.js';
import { BackLink, Loaded, PageHeader, PeriodPicker, usePeriodChoice } from '../ui/index.js';

const PayeeQuery = graphql(`
  query Payee($id: ID!) {
    member(id: $id) {
      id
      name
    }
  }
`);

/** What somebody else earned, and why. */
export function StatementPage() {
  const { t } = useTranslation('statement');
  const { memberId = '' } = useParams();
  const choice = usePeriodChoice();
  const [{ data }] = useQuery({ query: PayeeQuery, variables: { id: memberId } });
  return (
    <>
      <Group>
        <BackLink to={`/statements?period=${choice.period ?? ''}`} text={t('back')} />
        <Anchor component={Link} to={`/ledger/${memberId}`} size="sm" mb="xs">
          {t('ledger')}
        </Anchor>
      </Group>
      <PageHeader title={data?.member?.name ?? t('one')}>
        <PeriodPicker choice={choice} />
      </PageHeader>
      <Loaded of={choice.query}>
        {() =>
          choice.period && (
            <StatementView key={choice.period} memberId={memberId} period={choice.period} />
          )
        }
      </Loaded>
    </>
  );
}
