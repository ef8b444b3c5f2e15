import { Button, Card, Group, Text, Title } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';
import { ChangeList } from './change-list.js';
import { useSee } from './changes.js';
import type { Statement } from './statement.js';

type Props = {
  readonly statement: Statement;
  readonly memberId: string;
  readonly onSeen: () => void;
};

/** What changed on my statement since I last looked. Whoever looks for the first time has then seen it. */
export function ChangedSince({ statement, memberId, onSeen }: Props) {
  const { t } = useTranslation('seen');
  const say = useSay();
  const { instant } = useFormat();
  const [{ fetching }, see] = useSee();
  const { period, computedAt, changed, versions } = statement;
  const [last] = versions;
  useEffect(() => {
    if (changed === null) void see({ period, computedAt });
  }, [changed, period, computedAt, see]);
  const confirm = async () => {
    const { error } = await see({ period, computedAt });
    if (error) say.problem(error);
    onSeen();
  };
  if (!changed || !last) return null;
  return (
    <Card component="section" aria-labelledby="changed-since" mb="lg">
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} id="changed-since">
            {t('title', { when: instant(last.seenAt) })}
          </Title>
          <Text c="dimmed">{t('lead')}</Text>
        </div>
        <Button
          variant="light"
          leftSection={<IconEye size={18} />}
          loading={fetching}
          onClick={() => void confirm()}
        >
          {t('see')}
        </Button>
      </Group>
      <ChangeList key={computedAt} memberId={memberId} period={period} since={last.number} />
    </Card>
  );
}
