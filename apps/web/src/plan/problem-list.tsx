import { Alert, Code, Loader, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Place } from './json-place.js';
import classes from './plan.module.css';
import type { PlacedProblem, PlanCheck } from './use-plan-problems.js';

type Props = { readonly check: PlanCheck; readonly onShow: (place: Place) => void };

/** What is wrong, each with its component, field and line; a press leads to the place. */
export function ProblemList({ check, onShow }: Props) {
  const { t } = useTranslation('plan');
  const { problems, checking, failure } = check;
  if (failure) return <Alert color="red">{t('editor.checkFailed', { reason: failure })}</Alert>;
  if (checking)
    return (
      <Alert color="gray" icon={<Loader size="xs" />}>
        {t('editor.checking')}
      </Alert>
    );
  if (problems.length === 0)
    return (
      <Alert color="laurel" icon={<IconCheck />}>
        {t('editor.good')}
      </Alert>
    );
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle />}
      title={t('form.problems', { count: problems.length })}
    >
      <Stack gap={4} mah="18rem" style={{ overflowY: 'auto' }}>
        {problems.map((problem) => (
          <ProblemRow
            key={`${problem.path}|${problem.message}`}
            problem={problem}
            onShow={() => onShow(problem.place)}
          />
        ))}
      </Stack>
    </Alert>
  );
}

function ProblemRow({ problem, onShow }: { problem: PlacedProblem; onShow: () => void }) {
  const { t } = useTranslation('plan');
  const { line, component, path, message } = problem;
  const field = path.replace(/^components\[\d+\]\.?/, '');
  return (
    <UnstyledButton className={classes.problem} onClick={onShow}>
      <Text size="xs" c="dimmed" span>
        {t('editor.line', { line })} · {component ?? t('editor.whole')}
        {field && (
          <>
            {' · '}
            <Code>{field}</Code>
          </>
        )}
      </Text>
      <Text size="sm">{message}</Text>
    </UnstyledButton>
  );
}
