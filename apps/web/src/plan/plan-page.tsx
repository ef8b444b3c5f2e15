import { Button, Card, Grid, Group, Stack, Title } from '@mantine/core';
import { IconArrowsDiff, IconFlask, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { RuleList } from '../plan-rule/rule-list.js';
import { useSignedIn } from '../session/session.js';
import { BackLink, DayText, EmptyState, Loaded, PageHeader } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import { AssignmentList } from './assignment-list.js';
import { PlanDocumentView } from './plan-document.js';
import { documentOf, type Plan, PlanQuery, versionOn } from './plan-fields.js';
import { VersionList } from './version-list.js';

/** When those whom a changed rule is for are looked at again. */
const followsWithin = [700, 2_500, 6_000];

/** One plan: what a version pays, when which version holds, and for whom. */
export function PlanPage() {
  const { t } = useTranslation('plan');
  const { id = '' } = useParams();
  const plan = useQuery({ query: PlanQuery, variables: { id } });
  const [, read] = plan;
  // The people follow a rule a moment after it is saved.
  const reload = () => {
    for (const ms of followsWithin) setTimeout(() => read({ requestPolicy: 'network-only' }), ms);
  };
  return (
    <>
      <BackLink to="/plans" text={t('back')} />
      <Loaded of={plan}>
        {({ plan }) =>
          plan ? <Content plan={plan} onChanged={reload} /> : <EmptyState title={t('gone')} />
        }
      </Loaded>
    </>
  );
}

function Content({ plan, onChanged }: { plan: Plan; onChanged: () => void }) {
  const { t } = useTranslation('plan');
  const { member, organization } = useSignedIn();
  const [search, setSearch] = useSearchParams();
  const asked = plan.versions.find(({ number }) => String(number) === search.get('version'));
  const version = asked ?? versionOn(plan, todayIn(organization.timeZone));
  return (
    <>
      <PageHeader title={plan.name}>
        {plan.versions.length > 1 && (
          <Button
            component={Link}
            to={`/plans/${plan.id}/compare`}
            variant="default"
            leftSection={<IconArrowsDiff size={18} />}
          >
            {t('compare.action')}
          </Button>
        )}
        {member.role === 'finance' && (
          <>
            <Button
              component={Link}
              to={`/plans/${plan.id}/try?version=${version?.number ?? ''}`}
              variant="default"
              leftSection={<IconFlask size={18} />}
            >
              {t('try')}
            </Button>
            <Button
              component={Link}
              to={`/plans/${plan.id}/edit?version=${version?.number ?? ''}`}
              leftSection={<IconPencil size={18} />}
            >
              {t('newVersion')}
            </Button>
          </>
        )}
      </PageHeader>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          {version && (
            <Card component="section">
              <Group justify="space-between" mb="lg">
                <Title order={2}>{t('version', { number: version.number })}</Title>
                <span>
                  {t('since')} <DayText day={version.effectiveFrom} />
                </span>
              </Group>
              <PlanDocumentView document={documentOf(version)} />
            </Card>
          )}
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <VersionList
              plan={plan}
              shown={version}
              onShow={(number) => setSearch({ version: String(number) }, { replace: true })}
            />
            <RuleList planId={plan.id} rules={plan.rules} onChanged={onChanged} />
            <AssignmentList plan={plan} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
