import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useSay } from '../ui/use-say.js';
import type { AmountKind, QuotaRow } from './use-quotas.js';

const SaveQuotas = graphql(`
  mutation SaveQuotas($inputs: [QuotaInput!]!) {
    saveQuotas(inputs: $inputs) {
      id
      amount
      currency
    }
  }
`);

const SaveTargetPays = graphql(`
  mutation SaveTargetPays($inputs: [TargetPayInput!]!) {
    saveTargetPays(inputs: $inputs) {
      id
      amount
      currency
    }
  }
`);

const mutations = { quota: SaveQuotas, targetPay: SaveTargetPays };
const touched = { quota: ['Quota', 'QuotaPage'], targetPay: ['TargetPay', 'TargetPayPage'] };

export type QuotaDraft = ReturnType<typeof useQuotaDraft>;

/** What was typed but not yet saved, by member: null takes it away; a change back is no change. */
export function useQuotaDraft(kind: AmountKind, rows: readonly QuotaRow[], period: string) {
  const { t } = useTranslation('plan');
  const say = useSay();
  const [{ fetching }, send] = useMutation<unknown, { inputs: object[] }>(mutations[kind]);
  const [typed, setTyped] = useState<ReadonlyMap<string, string | null>>(new Map());
  const changes = rows.flatMap(({ memberId, amount }) => {
    const value = typed.get(memberId);
    return value !== undefined && value !== amount ? [{ memberId, amount: value }] : [];
  });

  async function save() {
    const { error } = await send(
      { inputs: changes.map((change) => ({ ...change, period })) },
      { additionalTypenames: touched[kind] },
    );
    if (error) return say.problem(error);
    say.done(t(`${kind}.saved`, { count: changes.length }));
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
