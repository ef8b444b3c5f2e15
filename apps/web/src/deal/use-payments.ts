import { useMutation } from 'urql';
import { useTranslation } from 'react-i18next';
import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';
import { useSay } from '../ui/use-say.js';

/** What the customer of a deal has paid. */
export const PaymentFields = graphql(`
  fragment PaymentFields on DealPayment {
    id
    externalId
    receivedOn
    amount
    currency
  }
`);

const SavePayments = graphql(`
  mutation SavePayments($inputs: [PaymentInput!]!) {
    savePayments(inputs: $inputs) {
      payments {
        id
      }
    }
  }
`);

const RemovePayment = graphql(`
  mutation RemovePayment($id: ID!) {
    removePayment(id: $id)
  }
`);

export type Payment = ResultOf<typeof PaymentFields>;
type PaymentInput = VariablesOf<typeof SavePayments>['inputs'][number];

const touchesDeal = { additionalTypenames: ['Deal', 'DealPayment'] };

/** Entering payments and taking them away, each with a word about how it went. */
export function usePayments() {
  const { t } = useTranslation('deal');
  const say = useSay();
  const [saving, save] = useMutation(SavePayments);
  const [removing, remove] = useMutation(RemovePayment);

  /** True when it was saved. */
  async function savePayment(input: PaymentInput): Promise<boolean> {
    const { error } = await save({ inputs: [input] }, touchesDeal);
    if (error) say.problem(error);
    else say.done(t('payment.saved'));
    return !error;
  }

  async function removePayment(id: string): Promise<void> {
    const { error } = await remove({ id }, touchesDeal);
    if (error) say.problem(error);
    else say.done(t('payment.removed'));
  }

  return { busy: saving.fetching || removing.fetching, savePayment, removePayment };
}
