import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useSignedIn } from '../session/session.js';
import { mayOpen } from '../shell/navigation.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { useSay } from '../ui/use-say.js';
import { ActionList } from './action-list.js';
import { type Report, ShareWave } from './report.js';
import { touchesSurveys } from './survey.js';

/** What we heard and what we do; sharing shows both, with the figures, to everybody who was asked. */
export function FollowUp({ report }: { report: Report }) {
  const { t } = useTranslation('survey');
  const { member } = useSignedIn();
  const leadsAll =
    mayOpen(member, '/surveys') && report.mine.some(({ groupId }) => groupId === 'all');
  return (
    <Stack gap="lg">
      <div>
        <Title order={3} size="h4" mb="xs">
          {t('follow.heard')}
        </Title>
        {leadsAll ? (
          <Heard key={report.wave.id} report={report} />
        ) : (
          <Text>{report.wave.heard ?? t('follow.nothingHeard')}</Text>
        )}
      </div>
      <div>
        <Title order={3} size="h4" mb="xs">
          {t('follow.doing')}
        </Title>
        <ActionList report={report} />
      </div>
    </Stack>
  );
}

function Heard({ report: { wave } }: { report: Report }) {
  const { t } = useTranslation('survey');
  const say = useSay();
  const [text, setText] = useState(wave.heard ?? '');
  const [asking, setAsking] = useState(false);
  const [{ fetching }, share] = useMutation(ShareWave);
  const shared = wave.status === 'shared';
  async function confirm() {
    const { error } = await share({ id: wave.id, heard: text.trim() || null }, touchesSurveys);
    if (error) return say.problem(error);
    say.done(t('said.shared'));
    setAsking(false);
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Textarea
        w="100%"
        aria-label={t('follow.heard')}
        placeholder={t('follow.heardExample')}
        autosize
        minRows={3}
        maxLength={2000}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Group gap="sm">
        <Button
          leftSection={<IconShare size={18} />}
          disabled={shared && text === (wave.heard ?? '')}
          onClick={() => setAsking(true)}
        >
          {t(shared ? 'share.again' : 'share.action')}
        </Button>
        <Text size="sm" c="dimmed">
          {t(shared ? 'share.done' : 'share.notYet')}
        </Text>
      </Group>
      <ConfirmDialog
        title={t('share.title')}
        opened={asking}
        action={t(shared ? 'share.again' : 'share.action')}
        color="laurel"
        busy={fetching}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
      >
        <Text>{t('share.who', { count: wave.invited })}</Text>
        <Text>{t('share.what')}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
