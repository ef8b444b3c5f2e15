import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useSay } from '../ui/use-say.js';
import type { QuotaRow } from './use-quotas.js';

const SaveQuotas = graphql(`
  mutation SaveQuotas($inputs: [QuotaInput!]!) {
    saveQuotas(inputs: $inputs) {
      id
      amount
      currency
    }
  }
`);

export type QuotaDraft = ReturnType<typeof useQuotaDraft>;

/** What was typed but not yet saved, by member: null takes a quota away; a change back is no change. */
export function useQuotaDraft(rows: readonly QuotaRow[], period: string) {
  const { t } = useTranslation('plan');
  const say = useSay();
  const [{ fetching }, send] = useMutation(SaveQuotas);
  const [typed, setTyped] = useState<ReadonlyMap<string, string | null>>(new Map());
  const changes = rows.flatMap(({ memberId, amount }) => {
    const value = typed.get(memberId);
    return value !== undefined && value !== amount ? [{ memberId, amount: value }] : [];
  });

  async function save() {
    const { error } = await send(
      { inputs: changes.map((change) => ({ ...change, period })) },
      { additionalTypenames: ['Quota', 'QuotaPage'] },
    );
    if (error) return say.problem(error);
    say.done(t('quota.saved', { count: changes.length }));
    setTyped(new Map());
  }

  const put = (entries: Iterable<readonly [string, string | null]>) =>
    setTyped((before) => new Map([...before, ...entries]));

  const amountOf = ({ memberId, amount }: QuotaRow) =>
    typed.has(memberId) ? (typed.get(memberId) ?? null) : amount;

  return {
    changes,
    saving: fetching,
    save: () => void save(),
    discard: () => setTyped(new Map()),
    put,
    /** What the field of a person shows: what was typed, else what is saved. */
    amountOf,
    isChanged: ({ memberId }: QuotaRow) => changes.some((change) => change.memberId === memberId),
    /** Takes over the period before, where nothing is set yet. */
    copyBefore: () =>
      put(
        rows
          .filter((row) => amountOf(row) === null && row.before !== null)
          .map(({ memberId, before }) => [memberId, before] as const),
      ),
  };
}
