import { checkPlan, parsePlan, type PlanDocument, type PlanProblem } from '@laurel/commission/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';

const CheckPlan = graphql(`
  query CheckPlan($document: JSON!) {
    checkPlan(document: $document) {
      path
      message
    }
  }
`);

export type PlanDraft = {
  readonly problems: readonly PlanProblem[];
  /** The document, once it follows the rules of plans. */
  readonly document: PlanDocument | null;
};

/**
 * What is wrong in the text of a plan: first what the browser can tell at once, then what only the
 * API knows, such as whether a product exists.
 */
export function usePlanProblems(text: string): PlanDraft & { readonly checking: boolean } {
  const draft = draftOf(text);
  const [asked] = useDebouncedValue(draft.document ? text : '', 400);
  const [{ data, fetching }] = useQuery({
    query: CheckPlan,
    variables: { document: asked ? JSON.parse(asked) : null },
    pause: asked === '',
  });
  if (!draft.document) return { ...draft, checking: false };
  const checking = fetching || asked !== text;
  return { ...draft, problems: checking ? [] : (data?.checkPlan ?? []), checking };
}

/** Reads the text; a syntax error is a problem of the whole document. */
export function draftOf(text: string): PlanDraft {
  try {
    const document: unknown = JSON.parse(text);
    const problems = checkPlan(document);
    return { problems, document: problems.length === 0 ? parsePlan(document) : null };
  } catch (error) {
    return { problems: [{ path: '', message: (error as Error).message }], document: null };
  }
}
