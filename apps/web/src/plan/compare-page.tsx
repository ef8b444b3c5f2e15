import { comparePlans, isSamePlan } from '@laurel/commission/core';
import { Group, SegmentedControl, Select, Skeleton, Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { BackLink, EmptyState, Loaded, PageHeader, useFormat } from '../ui/index.js';
import { ComparisonView } from './comparison-view.js';
import { documentOf, newestFirst, type Plan, PlanQuery } from './plan-fields.js';
import { written } from './plan-templates.js';

const RawComparison = lazy(() => import('./raw-comparison.js'));

/** Any two versions of a plan, compared. */
export function ComparePage() {
  const { t } = useTranslation('plan');
  const { id = '' } = useParams();
  const plan = useQuery({ query: PlanQuery, variables: { id } });
  return (
    <>
      <BackLink to={`/plans/${id}`} text={t('backToPlan')} />
      <Loaded of={plan}>
        {({ plan }) => (plan ? <Comparison plan={plan} /> : <EmptyState title={t('gone')} />)}
      </Loaded>
    </>
  );
}

function Comparison({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plan');
  const [search, setSearch] = useSearchParams();
  const versions = newestFirst(plan);
  const numbered = (key: string) =>
    versions.find(({ number }) => String(number) === search.get(key));
  const after = numbered('after') ?? versions[0];
  const before = numbered('before') ?? versions[1];
  const raw = search.get('view') === 'raw';
  const put = (key: string, value: string | null) =>
    setSearch({ ...Object.fromEntries(search), [key]: value ?? '' }, { replace: true });
  if (!before || !after)
    return (
      <>
        <PageHeader title={t('compare.title', { plan: plan.name })} />
        <EmptyState title={t('compare.one')} />
      </>
    );
  const comparison = comparePlans(documentOf(before), documentOf(after));
  return (
    <Stack>
      <PageHeader title={t('compare.title', { plan: plan.name })} lead={t('compare.lead')}>
        <SegmentedControl
          aria-label={t('compare.view')}
          value={raw ? 'raw' : 'readable'}
          onChange={(view) => put('view', view)}
          data={[
            { value: 'readable', label: t('compare.readable') },
            { value: 'raw', label: t('compare.raw') },
          ]}
        />
      </PageHeader>
      <Group grow preventGrowOverflow={false} align="flex-end">
        <VersionChoice plan={plan} side="before" value={before.number} onChange={put} />
        <VersionChoice plan={plan} side="after" value={after.number} onChange={put} />
      </Group>
      {isSamePlan(comparison) ? (
        <EmptyState title={t('compare.same')} />
      ) : raw ? (
        <Suspense fallback={<Skeleton h={320} />}>
          <RawComparison
            before={written(documentOf(before))}
            after={written(documentOf(after))}
            label={t('form.document')}
            folded={t('compare.folded')}
          />
        </Suspense>
      ) : (
        <ComparisonView comparison={comparison} />
      )}
    </Stack>
  );
}

type ChoiceProps = {
  readonly plan: Plan;
  readonly side: 'before' | 'after';
  readonly value: number;
  readonly onChange: (side: string, number: string | null) => void;
};

function VersionChoice({ plan, side, value, onChange }: ChoiceProps) {
  const { t } = useTranslation('plan');
  const { day } = useFormat();
  return (
    <Select
      label={t(`compare.${side}`)}
      allowDeselect={false}
      value={String(value)}
      onChange={(number) => onChange(side, number)}
      data={newestFirst(plan).map(({ number, effectiveFrom }) => ({
        value: String(number),
        label: `${t('version', { number })} · ${t('since')} ${day(effectiveFrom)}`,
      }))}
    />
  );
}
