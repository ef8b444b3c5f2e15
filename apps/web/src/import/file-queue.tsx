import {
  ActionIcon,
  Alert,
  Button,
  Card,
  Group,
  Progress,
  Select,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconFileSpreadsheet, IconUpload, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { kindOrder } from './file-kind.js';
import type { ImportKind } from './import-fields.js';
import { type FailedUpload, useUploads } from './use-uploads.js';

export type WaitingFile = { readonly file: File; readonly kind: ImportKind };

type Props = {
  readonly files: readonly WaitingFile[];
  readonly onChange: (files: readonly WaitingFile[]) => void;
};

/** The dropped files with what each is taken for, and one button to send them all. */
export function FileQueue({ files, onChange }: Props) {
  const { t } = useTranslation('import');
  const { progress, failed, sending, send } = useUploads();
  return (
    <Card component="section">
      <Title order={2}>{t('queue.title', { count: files.length })}</Title>
      <Text c="dimmed" mb="md">
        {t('queue.lead')}
      </Text>
      <Stack gap="sm">
        {files.map((waiting, i) => (
          <FileRow
            key={`${waiting.file.name}|${waiting.file.lastModified}`}
            waiting={waiting}
            share={progress[i]}
            locked={sending}
            onKind={(kind) => onChange(files.with(i, { ...waiting, kind }))}
            onRemove={() => onChange(files.filter((each) => each !== waiting))}
          />
        ))}
      </Stack>
      {failed && <Failed {...failed} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => onChange([])} disabled={sending}>
          {t('queue.clear')}
        </Button>
        <Button
          loading={sending}
          leftSection={<IconUpload size={18} />}
          onClick={() => void send(files)}
        >
          {t('queue.send', { count: files.length })}
        </Button>
      </Group>
    </Card>
  );
}

/** Which file did not arrive, and why. */
function Failed({ file, kind, problem: { code, message } }: FailedUpload) {
  const { t } = useTranslation(['import', 'problem']);
  return (
    <Alert color="red" mt="md" role="alert" title={t('queue.failed', { file: file.name })}>
      {code === 'FORBIDDEN'
        ? t('queue.notYours', { kind: t(`kind.${kind}`) })
        : t(`problem:${code}`, { message, defaultValue: message })}
    </Alert>
  );
}

type RowProps = {
  readonly waiting: WaitingFile;
  readonly share: number | undefined;
  readonly locked: boolean;
  readonly onKind: (kind: ImportKind) => void;
  readonly onRemove: () => void;
};

function FileRow({ waiting: { file, kind }, share, locked, onKind, onRemove }: RowProps) {
  const { t } = useTranslation('import');
  return (
    <Stack gap={6}>
      <Group gap="sm" wrap="wrap">
        <Group gap="sm" wrap="nowrap" flex="1 1 14rem" miw={0}>
          <IconFileSpreadsheet size={26} stroke={1.4} aria-hidden />
          <Stack gap={0} miw={0}>
            <Text fw={600} truncate>
              {file.name}
            </Text>
            <Text size="sm" c="dimmed">
              {t('queue.size', { size: Math.ceil(file.size / 1024) })}
            </Text>
          </Stack>
        </Group>
        <Group gap="xs" wrap="nowrap" flex="1 1 14rem">
          <Select
            flex={1}
            aria-label={t('queue.kind', { file: file.name })}
            data={kindOrder.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={kind}
            allowDeselect={false}
            disabled={locked}
            onChange={(value) => value && onKind(value)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('queue.remove', { file: file.name })}
            disabled={locked}
            onClick={onRemove}
          >
            <IconX size={18} />
          </ActionIcon>
        </Group>
      </Group>
      {share !== undefined && (
        <Progress
          value={share * 100}
          size="sm"
          aria-label={t('queue.progress', { file: file.name })}
        />
      )}
    </Stack>
  );
}
