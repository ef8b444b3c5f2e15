import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useSignedIn } from '../session/session.js';
import { BackLink, EmptyState, Loaded, PageHeader } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import { type Plan, PlanQuery, versionOn } from './plan-fields.js';
import { PlanForm } from './plan-form.js';

/** Writes a new plan, or the next version of one; published versions are never changed. */
export function PlanEditorPage() {
  const { t } = useTranslation('plan');
  const { id } = useParams();
  const { member } = useSignedIn();
  const plan = useQuery({ query: PlanQuery, variables: { id: id ?? '' }, pause: !id });
  if (member.role !== 'finance') return <EmptyState title={t('editor.financeOnly')} />;
  if (!id)
    return (
      <>
        <BackLink to="/plans" text={t('back')} />
        <PageHeader title={t('add')} />
        <PlanForm plan={undefined} base={undefined} />
      </>
    );
  return (
    <>
      <BackLink to={`/plans/${id}`} text={t('backToPlan')} />
      <Loaded of={plan}>
        {({ plan }) => (plan ? <NextVersion plan={plan} /> : <EmptyState title={t('gone')} />)}
      </Loaded>
    </>
  );
}

function NextVersion({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plan');
  const { organization } = useSignedIn();
  const [search] = useSearchParams();
  const asked = plan.versions.find(({ number }) => String(number) === search.get('version'));
  return (
    <>
      <PageHeader title={t('form.version', { plan: plan.name })} />
      <PlanForm plan={plan} base={asked ?? versionOn(plan, todayIn(organization.timeZone))} />
    </>
  );
}
