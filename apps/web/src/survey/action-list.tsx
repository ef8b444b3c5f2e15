import { Badge, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useSignedIn } from '../session/session.js';
import { mayOpen } from '../shell/navigation.js';
import { DayText } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import { useSay } from '../ui/use-say.js';
import { ActionForm } from './action-form.js';
import { useGroupName } from './group-name.js';
import { type Action, type Report, SaveAction } from './report.js';
import { touchesSurveys } from './survey.js';
import classes from './survey.module.css';

/** What is done about the result; what is still open from waves before comes along and says so. */
export function ActionList({ report }: { report: Report }) {
  const { t } = useTranslation('survey');
  const { member } = useSignedIn();
  const [adding, setAdding] = useState(false);
  const leads = mayOpen(member, '/surveys');
  const mine = new Set(report.mine.map(({ groupId }) => groupId));
  return (
    <Stack gap="sm" align="flex-start">
      {report.actions.length === 0 && <Text c="dimmed">{t('follow.noAction')}</Text>}
      {report.actions.map((action) => (
        <OneAction
          key={action.id}
          action={action}
          report={report}
          editable={leads && mine.has(action.groupId)}
        />
      ))}
      {leads && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} />}
          onClick={() => setAdding(true)}
        >
          {t('follow.add')}
        </Button>
      )}
      <ActionForm report={report} opened={adding} onClose={() => setAdding(false)} />
    </Stack>
  );
}

type Props = { readonly action: Action; readonly report: Report; readonly editable: boolean };

function OneAction({ action, report, editable }: Props) {
  const { t } = useTranslation('survey');
  const { organization } = useSignedIn();
  const nameOf = useGroupName();
  const say = useSay();
  const [{ fetching }, save] = useMutation(SaveAction);
  const group = report.groups.find(({ id }) => id === action.groupId);
  async function mark(done: boolean) {
    const { id, groupId, text, dueOn, owner } = action;
    const doneOn = done ? todayIn(organization.timeZone) : null;
    const input = { id, waveId: report.wave.id, groupId, text, dueOn, ownerId: owner.id, doneOn };
    const { error } = await save({ input }, touchesSurveys);
    if (error) say.problem(error);
  }
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <Checkbox
        mt={2}
        checked={action.doneOn !== null}
        disabled={!editable || fetching}
        aria-label={t('follow.done', { text: action.text })}
        onChange={({ currentTarget }) => void mark(currentTarget.checked)}
      />
      <div>
        <Text className={action.doneOn ? classes.done : undefined}>{action.text}</Text>
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {action.owner.name}
            {' · '}
            {t('follow.due')} <DayText day={action.dueOn} />
            {group && group.dimension !== 'all' && ` · ${nameOf(group)}`}
          </Text>
          {action.waveId !== report.wave.id && (
            <Badge variant="light" color="gold" size="sm">
              {t('follow.carried')}
            </Badge>
          )}
        </Group>
      </div>
    </Group>
  );
}
