import { Alert, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams, useSearchParams } from 'react-router';
import type { Plan } from '../plan/plan-fields.js';
import { newestFirst } from '../plan/plan-fields.js';
import { usePlanProblems } from '../plan/use-plan-problems.js';
import { useSignedIn } from '../session/session.js';
import { BackLink, EmptyState, Loaded, PageHeader, usePeriodChoice } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import { TrialDraft } from './trial-draft.js';
import { TrialPeriod } from './trial-period.js';
import { triedPeriod, useTriedPlan } from './plan-trial.js';
import { TrialResult } from './trial-result.js';

/** What everybody on a plan would have earned in a past period, had the plan said something else. */
export function TrialPage() {
  const { t } = useTranslation('plan-trial');
  const { id = '' } = useParams();
  const plan = useTriedPlan(id);
  return (
    <>
      <BackLink to={`/plans/${id}`} text={t('back')} />
      <Loaded of={plan}>
        {({ plan: found }) =>
          found?.versions.length ? <Trial plan={found} /> : <EmptyState title={t('gone')} />
        }
      </Loaded>
    </>
  );
}

function Trial({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plan-trial');
  const { organization } = useSignedIn();
  const [params] = useSearchParams();
  const { state } = useLocation() as { state: { document?: unknown } | null };
  const choice = usePeriodChoice();
  const asked = plan.versions.find(({ number }) => String(number) === params.get('version'));
  const version = asked ?? newestFirst(plan)[0]!;
  const [text, setText] = useState(() =>
    JSON.stringify(state?.document ?? version.document, null, 2),
  );
  const [from, setFrom] = useState<string | null>(null);
  const draft = usePlanProblems(text);
  const { document } = draft;
  const period =
    document && choice.periods
      ? triedPeriod(
          choice.periods,
          document.period,
          params.get('period'),
          todayIn(organization.timeZone),
        )
      : undefined;
  const ready = document && period && !draft.checking && draft.problems.length === 0;
  return (
    <>
      <PageHeader title={t('title', { plan: plan.name })} lead={t('lead')}>
        {document && period && (
          <TrialPeriod
            choice={{ ...choice, period }}
            kind={document.period}
            from={from}
            onFrom={setFrom}
          />
        )}
      </PageHeader>
      <Stack gap="lg">
        <Alert color="laurel" variant="light" icon={<IconInfoCircle />}>
          {t('nothingWritten')}
        </Alert>
        <TrialDraft plan={plan} text={text} problems={draft.problems} onText={setText} />
        <Loaded of={choice.query}>
          {() =>
            ready && (
              <TrialResult
                key={period}
                trial={{ planId: plan.id, document: JSON.parse(text), period, from }}
              />
            )
          }
        </Loaded>
      </Stack>
    </>
  );
}
