import { Card, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Import } from './import-fields.js';

const shown = [
  ['created', 'laurel'],
  ['updated', 'blue'],
  ['unchanged', undefined],
  ['rejected', 'red'],
] as const;

/** How many rows are new, changed, the same as before, and refused. */
export function CountTiles({ current }: { current: Import }) {
  const { t } = useTranslation('import');
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
      {shown.map(([name, color]) => {
        const count = current[`${name}Count`];
        return (
          <Card key={name} padding="md" role="group" aria-label={t(`check.${name}`)}>
            <Text className="figure" fz={28} fw={650} lh={1.2} c={count > 0 ? color : 'dimmed'}>
              {t('check.number', { count })}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`check.${name}`)}
            </Text>
          </Card>
        );
      })}
    </SimpleGrid>
  );
}
