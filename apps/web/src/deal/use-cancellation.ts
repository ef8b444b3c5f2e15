import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql, type VariablesOf } from '../graphql/graphql.js';
import { useSay } from '../ui/use-say.js';
import { type Deal, DealFields } from './deal-fields.js';

const CancelDeal = graphql(
  `
    mutation CancelDeal($id: ID!, $on: Day!, $reason: String, $monthsServed: Int) {
      cancelDeal(id: $id, on: $on, reason: $reason, monthsServed: $monthsServed) {
        ...DealFields
      }
    }
  `,
  [DealFields],
);

const ReinstateDeal = graphql(
  `
    mutation ReinstateDeal($id: ID!) {
      reinstateDeal(id: $id) {
        ...DealFields
      }
    }
  `,
  [DealFields],
);

type Wish = Omit<VariablesOf<typeof CancelDeal>, 'id'>;

/** Cancelling a won deal and taking that back, each with a word about how it went. */
export function useCancellation({ id, externalId }: Deal) {
  const { t } = useTranslation('deal');
  const say = useSay();
  const [cancelling, cancel] = useMutation(CancelDeal);
  const [reinstating, reinstate] = useMutation(ReinstateDeal);
  return {
    busy: cancelling.fetching || reinstating.fetching,
    /** True when it was saved. */
    async cancel(wish: Wish): Promise<boolean> {
      const { error } = await cancel({ id, ...wish });
      if (error) say.problem(error);
      else say.done(t('cancellation.saved', { deal: externalId }));
      return !error;
    },
    async reinstate(): Promise<void> {
      const { error } = await reinstate({ id });
      if (error) say.problem(error);
      else say.done(t('cancellation.undone', { deal: externalId }));
    },
  };
}
