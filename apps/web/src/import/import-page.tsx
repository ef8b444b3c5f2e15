import { Alert, Button, Stack, Stepper, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { BackLink, EmptyState, ErrorState, PageHeader, Skeletons } from '../ui/index.js';
import { CheckStep } from './check-step.js';
import { ColumnsStep } from './columns-step.js';
import { type Import, isMoving } from './import-fields.js';
import { nextPlace } from './queue.js';
import { ResultStep } from './result-step.js';
import { RunningStep } from './running-step.js';
import { type Step, stepOf, steps } from './step.js';
import { useImport } from './use-import.js';
import { useImportActions } from './use-import-actions.js';
import { ValuesStep } from './values-step.js';

type WizardProps = { current: Import; hear: (news: Import) => void };

/** One import from its columns to its result. */
export function ImportPage() {
  const { t } = useTranslation('import');
  const { id = '' } = useParams();
  const { current, hear, error, missing } = useImport(id);
  if (missing) return <EmptyState title={t('missing')} action={<BackToImports />} />;
  if (!current) return error ? <ErrorState error={error} /> : <Skeletons rows={6} height={72} />;
  return <Wizard key={id} current={current} hear={hear} />;
}

function BackToImports() {
  const { t } = useTranslation('import');
  return (
    <Button component={Link} to="/import" variant="default">
      {t('back')}
    </Button>
  );
}

function Wizard({ current, hear }: WizardProps) {
  const { t } = useTranslation('import');
  const phone = useMediaQuery('(max-width: 48em)');
  const [search, setSearch] = useSearchParams();
  const step = stepOf(current.status, current.unknowns.length, search.get('step') as Step | null);
  const go = (to: Step) =>
    setSearch((before) => {
      before.set('step', to);
      return before;
    });
  const index = steps.indexOf(step);
  const finished = current.status === 'done' || current.status === 'undone';
  return (
    <Stack gap="lg">
      <div>
        <BackLink to="/import" text={t('back')} />
        <PageHeader
          title={current.fileName}
          lead={
            // Before the trial run nobody has counted the rows.
            current.rowCount > 0
              ? t('lead', { kind: t(`kind.${current.kind}`), count: current.rowCount })
              : t(`kind.${current.kind}`)
          }
        />
      </div>
      <Stepper
        active={finished ? steps.length : index}
        onStepClick={(to) => go(steps[to]!)}
        size={phone ? 'xs' : 'sm'}
        aria-label={t('steps')}
      >
        {steps.map((name, i) => {
          const short = phone && i !== index;
          return (
            <Stepper.Step
              key={name}
              label={short ? undefined : t(`step.${name}`)}
              aria-label={short ? `${i + 1} ${t(`step.${name}`)}` : undefined}
              allowStepSelect={current.status === 'checked' && i < index && name !== 'values'}
            />
          );
        })}
      </Stepper>
      <Problem current={current} />
      <StepContent current={current} hear={hear} step={step} go={go} />
    </Stack>
  );
}

function Problem({ current }: { current: Import }) {
  const { t } = useTranslation('import');
  if (!current.problem) return null;
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle />}
      title={t(current.status === 'done' ? 'undo.refused' : 'failed')}
      role="alert"
    >
      <Text>{current.problem}</Text>
    </Alert>
  );
}

type ContentProps = WizardProps & { step: Step; go: (step: Step) => void };

function StepContent({ current, hear, step, go }: ContentProps) {
  const [search] = useSearchParams();
  const { sending, map, commit } = useImportActions(current, hear, go);
  if (isMoving(current.status)) return <RunningStep current={current} />;
  if (step === 'columns' && current.layout)
    return (
      <ColumnsStep
        current={current}
        layout={current.layout}
        sending={sending}
        onMap={(columns) => map(columns, null)}
      />
    );
  if (step === 'values')
    return (
      <ValuesStep
        current={current}
        sending={sending}
        onMap={(values) => map(null, values)}
        onSkip={() => go('check')}
      />
    );
  if (step === 'check') return <CheckStep current={current} sending={sending} onCommit={commit} />;
  if (current.status === 'failed') return <BackToImports />;
  return <ResultStep current={current} next={nextPlace(search)} />;
}
