import '@mantine/dropzone/styles.css';
import { Group, Stack, Text, Title } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconAlertTriangle, IconCloudUpload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guessKind, headerOf, kindOrder } from './file-kind.js';
import type { WaitingFile } from './file-queue.js';
import { FileQueue } from './file-queue.js';

const largestBytes = 50 * 1024 * 1024;

/** Takes any number of CSV files and lines them up in the order in which they build on each other. */
export function FileDrop() {
  const { t } = useTranslation('import');
  const [files, setFiles] = useState<readonly WaitingFile[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);

  async function take(dropped: File[]) {
    setRefused([]);
    const added = await Promise.all(dropped.map(waiting));
    setFiles((before) => inOrder([...before, ...added]));
  }

  if (files.length > 0) return <FileQueue files={files} onChange={setFiles} />;
  return (
    <Stack gap="sm">
      <Dropzone
        onDrop={(dropped) => void take(dropped)}
        onReject={(rejections) => setRefused(rejections.map(({ file }) => file.name))}
        maxSize={largestBytes}
        accept={{ 'text/csv': ['.csv', '.txt', '.tsv'], 'application/vnd.ms-excel': ['.csv'] }}
        radius="lg"
        p="xl"
        inputProps={{ 'aria-label': t('drop.title') }}
      >
        <Stack align="center" gap="sm" py="lg" style={{ pointerEvents: 'none' }} ta="center">
          <Dropzone.Accept>
            <IconFileSpreadsheet size={48} stroke={1.3} aria-hidden />
          </Dropzone.Accept>
          <Dropzone.Idle>
            <IconCloudUpload size={48} stroke={1.3} aria-hidden />
          </Dropzone.Idle>
          <Dropzone.Reject>
            <IconAlertTriangle size={48} stroke={1.3} aria-hidden />
          </Dropzone.Reject>
          <Title order={2}>{t('drop.title')}</Title>
          <Text c="dimmed" maw={520}>
            {t('drop.lead')}
          </Text>
        </Stack>
      </Dropzone>
      {refused.length > 0 && (
        <Group gap="xs" role="alert">
          <IconAlertTriangle size={18} aria-hidden />
          <Text>{t('drop.refused', { files: refused.join(', ') })}</Text>
        </Group>
      )}
    </Stack>
  );
}

const waiting = async (file: File): Promise<WaitingFile> => ({
  file,
  kind: guessKind(file.name, await headerOf(file)),
});

const inOrder = (files: readonly WaitingFile[]): WaitingFile[] =>
  files.toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind));
