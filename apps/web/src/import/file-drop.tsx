import '@mantine/dropzone/styles.css';
import { Alert, Stack, Text, Title } from '@mantine/core';
import { Dropzone, type FileRejection } from '@mantine/dropzone';
import { IconAlertTriangle, IconCloudUpload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guessKind, headerOf, kindOrder } from './file-kind.js';
import type { WaitingFile } from './file-queue.js';
import { FileQueue } from './file-queue.js';

const largestBytes = 50 * 1024 * 1024;

/** Takes any number of CSV files and lines them up in the order in which they build on each other. */
export function FileDrop() {
  const [files, setFiles] = useState<readonly WaitingFile[]>([]);
  const [refused, setRefused] = useState<readonly FileRejection[]>([]);

  async function take(dropped: File[]) {
    const added = await Promise.all(dropped.map(waiting));
    setFiles((before) => inOrder([...before, ...added]));
  }

  return (
    <Stack gap="sm">
      <Refused rejections={refused} />
      {files.length > 0 ? (
        <FileQueue files={files} onChange={setFiles} />
      ) : (
        <DropArea
          onDrop={(dropped, rejections) => {
            setRefused(rejections);
            void take(dropped);
          }}
        />
      )}
    </Stack>
  );
}

type DropProps = {
  readonly onDrop: (dropped: File[], rejections: readonly FileRejection[]) => void;
};

function DropArea({ onDrop }: DropProps) {
  const { t } = useTranslation('import');
  return (
    <Dropzone
      onDrop={() => undefined}
      onDropAny={onDrop}
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
  );
}

/** Which files were not taken, each with its reason. */
function Refused({ rejections }: { rejections: readonly FileRejection[] }) {
  const { t } = useTranslation('import');
  if (rejections.length === 0) return null;
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle />} title={t('drop.refused')}>
      {rejections.map(({ file, errors }) => (
        <Text key={file.name} size="sm">
          {t(
            errors.some(({ code }) => code === 'file-too-large') ? 'drop.tooLarge' : 'drop.noCsv',
            {
              file: file.name,
            },
          )}
        </Text>
      ))}
    </Alert>
  );
}

const waiting = async (file: File): Promise<WaitingFile> => ({
  file,
  kind: guessKind(file.name, await headerOf(file)),
});

const inOrder = (files: readonly WaitingFile[]): WaitingFile[] =>
  files.toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind));
