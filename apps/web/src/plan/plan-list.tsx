import { Badge, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useSignedIn } from '../session/session.js';
import { DayText, EmptyState, Loaded, useFormat, wordsIn } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import { documentOf, type Plan, PlanFields, versionOn } from './plan-fields.js';

const Plans = graphql(
  `
    query Plans {
      plans {
        ...PlanFields
      }
    }
  `,
  [PlanFields],
);

/** A list without a plan tells the cache of no type: the first plan has to show, too. */
const ofPlans = { additionalTypenames: ['Plan'] };

/** Every plan with what it pays for at a glance. */
export function PlanList() {
  const { t } = useTranslation('plan');
  const { member } = useSignedIn();
  const plans = useQuery({ query: Plans, context: ofPlans });
  const add = member.role === 'finance' && (
    <Button component={Link} to="/plans/new" leftSection={<IconPlus size={18} />}>
      {t('add')}
    </Button>
  );
  return (
    <Loaded of={plans}>
      {({ plans }) => (
        <Stack gap="md">
          {plans.length === 0 ? (
            <EmptyState title={t('none.title')} icon={IconScale} action={add}>
              {t('none.lead')}
            </EmptyState>
          ) : (
            <>
              {add && <Group justify="flex-end">{add}</Group>}
              <SimpleGrid cols={{ base: 1, md: 2 }}>
                {plans.map((plan) => (
                  <PlanCard key={plan.id} plan={plan} />
                ))}
              </SimpleGrid>
            </>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function PlanCard({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plan');
  const { language } = useFormat();
  const { organization } = useSignedIn();
  const today = todayIn(organization.timeZone);
  const version = versionOn(plan, today);
  const people = new Set(
    plan.assignments.filter(({ to }) => !to || to > today).map(({ member }) => member.id),
  );
  return (
    <Card component={Link} to={`/plans/${plan.id}`} c="inherit">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2}>{plan.name}</Title>
        {version && <Badge>{t('version', { number: version.number })}</Badge>}
      </Group>
      {version && (
        <>
          <Text c="dimmed" size="sm" mt={4}>
            {t('since')} <DayText day={version.effectiveFrom} /> ·{' '}
            {t('people', { count: people.size })}
          </Text>
          <Group gap={6} mt="md">
            {documentOf(version).components.map(({ name, title }) => (
              <Badge key={name} color="gold" size="lg">
                {wordsIn(title, language)}
              </Badge>
            ))}
          </Group>
        </>
      )}
    </Card>
  );
}
