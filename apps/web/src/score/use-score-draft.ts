import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useSay } from '../ui/use-say.js';

const SaveScores = graphql(`
  mutation SaveScores($inputs: [ScoreInput!]!) {
    saveScores(inputs: $inputs) {
      id
      score
    }
  }
`);

type Typed = { memberId: string; objective: string; saved: string | null; score: string | null };
export type ScoreDraft = ReturnType<typeof useScoreDraft>;

const keyOf = (memberId: string, objective: string) => `${memberId}|${objective}`;

/** Scores that were typed but not yet saved; null takes one away, a change back is no change. */
export function useScoreDraft(period: string) {
  const { t } = useTranslation('score');
  const say = useSay();
  const [{ fetching }, send] = useMutation(SaveScores);
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(new Map());
  const changes = [...typed.values()].filter(({ saved, score }) => saved !== score);

  async function save() {
    const inputs = changes.map(({ memberId, objective, score }) => ({
      memberId,
      period,
      objective,
      score,
    }));
    const { error } = await send({ inputs }, { additionalTypenames: ['Score', 'ScoreSheet'] });
    if (error) return say.problem(error);
    say.done(t('saved', { count: inputs.length }));
    setTyped(new Map());
  }

  return {
    changes,
    saving: fetching,
    save: () => void save(),
    discard: () => setTyped(new Map()),
    put: (entry: Typed) =>
      setTyped((before) => new Map(before).set(keyOf(entry.memberId, entry.objective), entry)),
    /** What was typed for a person's objective; undefined when nothing was. */
    typed: (memberId: string, objective: string) => typed.get(keyOf(memberId, objective)),
  };
}
