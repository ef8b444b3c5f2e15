import { Button, Group, MultiSelect, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { DayInput } from '../ui/day-input.js';
import { useSay } from '../ui/use-say.js';
import { newestFirst, type Plan, PlanFields } from './plan-fields.js';

const PeopleToAssign = graphql(`
  query PeopleToAssign {
    members(active: true, page: { first: 200, offset: 0 }) {
      rows {
        id
        name
        role
      }
    }
  }
`);

const AssignPlan = graphql(
  `
    mutation AssignPlan($planId: ID!, $memberIds: [ID!]!, $from: Day!, $to: Day) {
      assignPlan(planId: $planId, memberIds: $memberIds, from: $from, to: $to) {
        ...PlanFields
      }
    }
  `,
  [PlanFields],
);

type Props = { readonly plan: Plan; readonly opened: boolean; readonly onClose: () => void };

/** Puts people on a plan from a day on; the plan they were on until then ends there. */
export function AssignDialog({ plan, opened, onClose }: Props) {
  const { t } = useTranslation(['plan', 'action']);
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('assign.title', { plan: plan.name })}
    >
      <AssignForm plan={plan} onClose={onClose} />
    </Dialog>
  );
}

function AssignForm({ plan, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['plan', 'action']);
  const say = useSay();
  const [{ data }] = useQuery({ query: PeopleToAssign });
  const [{ fetching }, assign] = useMutation(AssignPlan);
  const [memberIds, setMemberIds] = useState<string[]>([]);
  const [from, setFrom] = useState<string | null>(newestFirst(plan)[0]?.effectiveFrom ?? null);
  const [to, setTo] = useState<string | null>(null);
  const people = data?.members.rows ?? [];

  async function save() {
    if (!from) return;
    const { error } = await assign({ planId: plan.id, memberIds, from, to });
    if (error) return say.problem(error);
    say.done(t('assign.done', { count: memberIds.length, plan: plan.name }));
    onClose();
  }

  return (
    <Stack>
      <MultiSelect
        label={t('assign.who')}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={memberIds}
        onChange={setMemberIds}
        searchable
        clearable
        hidePickedOptions
        maxDropdownHeight={260}
      />
      <Group gap="xs">
        {(['rep', 'manager'] as const).map((role) => (
          <Button
            key={role}
            size="xs"
            variant="light"
            onClick={() =>
              setMemberIds(people.filter((each) => each.role === role).map(({ id }) => id))
            }
          >
            {t(`assign.all.${role}`)}
          </Button>
        ))}
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayInput label={t('assign.from')} required value={from} onChange={setFrom} />
        <DayInput label={t('assign.to')} clearable value={to} onChange={setTo} />
      </SimpleGrid>
      <DialogFooter onCancel={onClose}>
        <Button
          loading={fetching}
          disabled={!from || memberIds.length === 0}
          onClick={() => void save()}
        >
          {t('assign.confirm', { count: memberIds.length })}
        </Button>
      </DialogFooter>
    </Stack>
  );
}
