import {
  Box,
  type MantineColorScheme,
  SegmentedControl,
  useMantineColorScheme,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';

const schemes = ['light', 'dark', 'auto'] as const;

/** Light, dark, or what the device says. */
export function SchemeChoice() {
  const { t } = useTranslation('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Box px="sm" py={6}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('scheme.label')}
        value={colorScheme}
        onChange={(value) => setColorScheme(value as MantineColorScheme)}
        data={schemes.map((value) => ({ value, label: t(`scheme.${value}`) }))}
      />
    </Box>
  );
}
