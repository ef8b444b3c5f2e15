import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { problemOf } from '../graphql/problem.js';

/** The sentence for a problem in the reader's language, by its code; else the API's own sentence. */
export function useProblemText(): (error: CombinedError) => string {
  const { t } = useTranslation('problem');
  return useCallback(
    (error) => {
      const { code, message, details } = problemOf(error);
      return t(code, { ...details, message, context: details.reason, defaultValue: message });
    },
    [t],
  );
}
