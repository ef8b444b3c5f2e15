import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { problemOf } from '../graphql/problem.js';
import { useProblemText } from '../ui/index.js';
import { useCountdown } from './use-countdown.js';

/** Why a form was refused; after too many tries it counts down until the next one is heard. */
export function FormProblem({ error }: { error: CombinedError | undefined }) {
  const { t } = useTranslation('session');
  const text = useProblemText();
  const seconds = useCountdown(error && waitOf(error));
  if (!error) return null;
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle />}>
      {text(error)}
      {seconds > 0 && <div className="figure">{t('wait', { count: seconds })}</div>}
    </Alert>
  );
}

/** Seconds the API asks to wait, 0 when it does not. */
function waitOf(error: CombinedError): number {
  const { retryAfterSeconds } = problemOf(error).details;
  return typeof retryAfterSeconds === 'number' ? Math.ceil(retryAfterSeconds) : 0;
}
