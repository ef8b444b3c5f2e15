import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql, type VariablesOf } from '../graphql/graphql.js';
import { useSay } from '../ui/use-say.js';
import { type Deal, DealFields } from './deal-fields.js';

const SaveDeal = graphql(
  `
    mutation SaveDeal($input: DealInput!, $version: Int) {
      saveDeal(input: $input, version: $version) {
        ...DealFields
      }
    }
  `,
  [DealFields],
);

const RemoveDeal = graphql(`
  mutation RemoveDeal($id: ID!) {
    removeDeal(id: $id)
  }
`);

export type DealInput = VariablesOf<typeof SaveDeal>['input'];

/** A removal answers with true only: the cache has to be told that lists of deals are stale. */
const touchesDeals = {
  additionalTypenames: ['Deal', 'DealPage', 'UncreditedDeal', 'UncreditedDealPage'],
};

/** A deal as one would save it again, unchanged. */
export const inputOf = (deal: Deal): DealInput => ({
  externalId: deal.externalId,
  name: deal.name,
  account: deal.account?.name ?? null,
  product: deal.product?.name ?? null,
  owner: deal.owner.id,
  amount: deal.amount,
  currency: deal.currency,
  status: deal.status,
  stage: deal.stage,
  createdOn: deal.createdOn,
  closedOn: deal.closedOn,
  bookedOn: deal.bookedOn,
  invoicedOn: deal.invoicedOn,
  contractMonths: deal.contractMonths,
  region: deal.region,
  attributes: deal.attributes,
});

/** Saving and removing deals, each with a word about how it went. */
export function useDealActions() {
  const { t } = useTranslation('deal');
  const say = useSay();
  const [saving, save] = useMutation(SaveDeal);
  const [removing, remove] = useMutation(RemoveDeal);

  /** True when it was saved; with a version only while the deal still has it. */
  async function saveDeal(input: DealInput, message: string, version?: number): Promise<boolean> {
    const { error } = await save(
      { input, ...(version !== undefined && { version }) },
      touchesDeals,
    );
    if (error) say.problem(error);
    else say.done(message);
    return !error;
  }

  /** Removes at once; the message offers to bring the deal back, by saving it again. */
  async function removeDeal(deal: Deal): Promise<boolean> {
    const { error } = await remove({ id: deal.id }, touchesDeals);
    if (error) say.problem(error);
    else
      say.undoable(deal.id, t('said.removed', { deal: deal.externalId }), () =>
        saveDeal(inputOf(deal), t('said.back', { deal: deal.externalId })),
      );
    return !error;
  }

  return { busy: saving.fetching || removing.fetching, saveDeal, removeDeal };
}
