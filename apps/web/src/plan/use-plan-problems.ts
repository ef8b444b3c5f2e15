import { checkPlan, parsePlan, type PlanDocument, type PlanProblem } from '@laurel/commission/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CombinedError, useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useFormat, useProblemText } from '../ui/index.js';
import { germanProblem } from './german-problem.js';
import { brokenPlace, nameOf, type Place, placeOf, syntaxOf } from './json-place.js';

const CheckPlan = graphql(`
  query CheckPlan($document: JSON!) {
    checkPlan(document: $document) {
      path
      message
    }
  }
`);

/** A problem where it stands in the text. */
export type PlacedProblem = PlanProblem & {
  readonly place: Place;
  readonly line: number;
  /** The component it is in, by its name; null outside of components. */
  readonly component: string | null;
};

export type PlanCheck = {
  readonly problems: readonly PlacedProblem[];
  /** The document, once it follows the rules of plans. */
  readonly document: PlanDocument | null;
  readonly checking: boolean;
  /** Why the server could not be asked. */
  readonly failure: string | null;
};

/**
 * What is wrong in the text of a plan, in the reader's language: first what the browser can tell at once, then
 * what only the API knows, such as whether a product exists.
 */
export function usePlanProblems(text: string): PlanCheck {
  const { t } = useTranslation('plan');
  const { language } = useFormat();
  const reason = useProblemText();
  const draft = useMemo(() => draftOf(text, t('editor.syntax')), [text, t]);
  const [asked] = useDebouncedValue(draft.document ? text : '', 400);
  const [{ data, fetching, error }] = useQuery({
    query: CheckPlan,
    variables: { document: asked ? JSON.parse(asked) : null },
    pause: asked === '',
    requestPolicy: 'network-only',
  });
  const known = draft.document && asked === text && !fetching;
  const found = draft.document ? (known && data?.checkPlan) || none : draft.problems;
  const problems = useMemo(() => placed(text, found, language), [text, found, language]);
  return {
    problems,
    document: draft.document,
    checking: draft.document !== null && !known,
    failure: known && error ? reason(error satisfies CombinedError) : null,
  };
}

const none: readonly PlanProblem[] = [];

/** Reads the text; where it is no JSON is the only problem then. */
function draftOf(text: string, broken: string) {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { problems: [{ path: '', message: broken }], document: null };
  }
  const problems = checkPlan(document);
  return { problems, document: problems.length === 0 ? parsePlan(document) : null };
}

function placed(text: string, problems: readonly PlanProblem[], language: string): PlacedProblem[] {
  const root = syntaxOf(text);
  const broken = brokenPlace(text, root);
  return problems.map(({ path, message }) => {
    const place = broken ?? placeIn(text, path, message, root);
    return {
      path,
      message: (language === 'de' && germanProblem(message)) || message,
      place,
      line: text.slice(0, place.from).split('\n').length,
      component: componentAt(text, path),
    };
  });
}

function placeIn(text: string, path: string, message: string, root: ReturnType<typeof syntaxOf>) {
  if (message.startsWith('Unknown: ')) return nameOf(text, path, root);
  const place = placeOf(text, path, root);
  const column = Number(/^Line 1, column (\d+):/.exec(message)?.[1] ?? 0);
  const raw = text.slice(place.from, place.to);
  if (!column || raw.includes('\\')) return place;
  const from = Math.min(place.from + column, place.to - 1);
  return { from, to: place.to - 1 > from ? place.to - 1 : place.to };
}

/** The name of the component a path leads into; its number when it has none yet. */
function componentAt(text: string, path: string): string | null {
  const index = /^components\[(\d+)\]/.exec(path)?.[1];
  if (index === undefined) return null;
  const name: unknown = JSON.parse(text).components?.[Number(index)]?.name;
  return typeof name === 'string' && name ? name : String(Number(index) + 1);
}
