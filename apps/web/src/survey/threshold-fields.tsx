import { NumberInput, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { thresholdFloor } from './survey-draft.js';
import type { DraftForm } from './survey-editor.js';

/** How many people a figure and a comment need. A comment tells more, so it needs twice as many. */
export function ThresholdFields({ form }: { form: DraftForm }) {
  const { t } = useTranslation('survey');
  const raise = (score: string | number) => {
    form.setFieldValue('scoreThreshold', Number(score));
    form.setFieldValue('commentThreshold', (last) => Math.max(last, 2 * Number(score)));
  };
  return (
    <>
      <Text c="dimmed" size="sm">
        {t('editor.thresholdsLead', { floor: thresholdFloor })}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberInput
          label={t('field.scoreThreshold')}
          min={thresholdFloor}
          max={1000}
          allowDecimal={false}
          {...form.getInputProps('scoreThreshold')}
          onChange={raise}
        />
        <NumberInput
          label={t('field.commentThreshold')}
          min={2 * thresholdFloor}
          max={2000}
          allowDecimal={false}
          {...form.getInputProps('commentThreshold')}
        />
      </SimpleGrid>
    </>
  );
}
