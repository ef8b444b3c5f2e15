import { Anchor, Badge, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ChangedValue } from './changed-value.js';
import type { ChangedRow } from './changes.js';
import { useWords } from './use-words.js';

/** Pages on which a changed row can be seen as it is now. */
const pages: Readonly<Record<string, string>> = {
  deal: '/deals/',
  plan: '/plans/',
  import: '/import/',
};

const colors = { added: 'laurel', changed: 'blue', removed: 'red' } as const;

/** A row that changed: its columns before and after. */
export function ChangedRowTable({ row }: { row: ChangedRow }) {
  const { t } = useTranslation('audit');
  const word = useWords();
  const { table, key, how, columns, names, currency } = row;
  const page = pages[table];
  const name = word('object', table);
  return (
    <section aria-label={name}>
      <Group gap="xs" mb={4}>
        <Text fw={600} size="sm">
          {page && how !== 'removed' ? (
            <Anchor component={Link} to={`${page}${key}`} inherit>
              {name}
            </Anchor>
          ) : (
            name
          )}
        </Text>
        <Badge variant="light" size="sm" color={colors[how]}>
          {t(`how.${how}`)}
        </Badge>
        {names.map(({ name, after }) => (
          <Text key={name} size="sm" c="dimmed" component="span">
            <ChangedValue column={name} value={after} currency={null} />
          </Text>
        ))}
      </Group>
      <Table layout="fixed" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="30%">{t('change.column')}</Table.Th>
            <Table.Th>{t('change.before')}</Table.Th>
            <Table.Th>{t('change.after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map(({ name, before, after }) => (
            <Table.Tr key={name}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{word('column', name)}</Table.Td>
              <Table.Td>
                <ChangedValue column={name} value={before} currency={currency} />
              </Table.Td>
              <Table.Td>
                <ChangedValue column={name} value={after} currency={currency} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
