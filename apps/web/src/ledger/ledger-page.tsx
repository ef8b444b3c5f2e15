import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useSignedIn } from '../session/session.js';
import { BackLink, PageHeader } from '../ui/index.js';
import { LedgerView } from './ledger-view.js';

const OwnerQuery = graphql(`
  query LedgerOwner($id: ID!) {
    member(id: $id) {
      id
      name
    }
  }
`);

/** What one payee carries over from period to period: mine, or somebody else's that I may see. */
export function LedgerPage() {
  const { t } = useTranslation('ledger');
  const { member } = useSignedIn();
  const { memberId = member.id } = useParams();
  const own = memberId === member.id;
  const [{ data }] = useQuery({ query: OwnerQuery, variables: { id: memberId }, pause: own });
  return (
    <>
      <BackLink
        to={own ? '/pay' : `/statements/${memberId}`}
        text={t(own ? 'toPay' : 'toStatement')}
      />
      <PageHeader
        title={own ? t('title') : t('titleOf', { name: data?.member?.name ?? '' })}
        lead={t('lead')}
      />
      <LedgerView memberId={memberId} />
    </>
  );
}
