import { Skeleton, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useSignedIn } from '../session/session.js';
import { MoneyText } from '../ui/index.js';
import { paidTo } from './paid-to.js';

const DealPaidQuery = graphql(`
  query DealPaid($dealId: ID!) {
    earningsOfDeal(dealId: $dealId) {
      id
      amount
      currency
      payee {
        id
      }
    }
  }
`);

/** What a deal paid me, over all its lines. */
export function DealPaid({ dealId }: { dealId: string }) {
  const { member } = useSignedIn();
  const [{ data, error }] = useQuery({ query: DealPaidQuery, variables: { dealId } });
  if (error) return <span aria-hidden>–</span>;
  if (!data) return <Skeleton component="span" display="inline-block" width={60} height={14} />;
  const { amount, currency } = paidTo(member.id, data.earningsOfDeal);
  return (
    <Text span fw={600} inherit>
      <MoneyText amount={amount} currency={currency ?? member.currency} />
    </Text>
  );
}
