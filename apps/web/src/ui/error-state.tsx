import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { useProblemText } from './problem-text.js';

type Props = { error: CombinedError; onRetry?: () => void };

/** What failed, in a sentence, and the way on. */
export function ErrorState({ error, onRetry }: Props) {
  const { t } = useTranslation('ui');
  const text = useProblemText();
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle />} title={t('error.title')} my="md">
      <Stack gap="sm" align="flex-start">
        <Text>{text(error)}</Text>
        {onRetry && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={16} />}
            onClick={onRetry}
          >
            {t('error.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
