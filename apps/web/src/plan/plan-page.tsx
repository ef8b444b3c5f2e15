import { Anchor, Button, Card, Grid, Group, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconFlask, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useSignedIn } from '../session/session.js';
import { DayText, EmptyState, Loaded, PageHeader } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import { AssignmentList } from './assignment-list.js';
import { PlanDocumentView } from './plan-document.js';
import { PlanEditor } from './plan-editor.js';
import { documentOf, type Plan, PlanFields, versionOn } from './plan-fields.js';
import { VersionList } from './version-list.js';

const PlanQuery = graphql(
  `
    query Plan($id: ID!) {
      plan(id: $id) {
        ...PlanFields
      }
    }
  `,
  [PlanFields],
);

/** One plan: what a version pays, when which version holds, and for whom. */
export function PlanPage() {
  const { t } = useTranslation('plan');
  const { id = '' } = useParams();
  const plan = useQuery({ query: PlanQuery, variables: { id } });
  return (
    <>
      <Anchor component={Link} to="/plans" size="sm">
        <Group gap={4}>
          <IconArrowLeft size={16} aria-hidden /> {t('back')}
        </Group>
      </Anchor>
      <Loaded of={plan}>
        {({ plan }) => (plan ? <Content plan={plan} /> : <EmptyState title={t('gone')} />)}
      </Loaded>
    </>
  );
}

function Content({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plan');
  const { member, organization } = useSignedIn();
  const [search, setSearch] = useSearchParams();
  const [editing, editor] = useDisclosure();
  const asked = plan.versions.find(({ number }) => String(number) === search.get('version'));
  const version = asked ?? versionOn(plan, todayIn(organization.timeZone));
  return (
    <>
      <PageHeader title={plan.name}>
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
            <Button leftSection={<IconPencil size={18} />} onClick={editor.open}>
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
            <AssignmentList plan={plan} />
          </Stack>
        </Grid.Col>
      </Grid>
      <PlanEditor
        key={plan.versions.length}
        plan={plan}
        base={version}
        opened={editing}
        onClose={editor.close}
      />
    </>
  );
}
