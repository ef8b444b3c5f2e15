import { Card, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Row = Readonly<Record<string, unknown>>;

/** The first rows as they will be saved, under Laurel's own names of the fields. */
export function SampleTable({ sample }: { sample: unknown }) {
  const { t } = useTranslation('import');
  const rows = rowsOf(sample);
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (rows.length === 0) return null;
  return (
    <Card component="section">
      <Title order={3} mb="sm">
        {t('check.sample')}
      </Title>
      <Table.ScrollContainer
        minWidth={fields.length * 130}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('check.sample') } }}
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              {fields.map((field) => (
                <Table.Th key={field}>{t(`field.${field}`, { defaultValue: field })}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, 5).map((row, i) => (
              <Table.Tr key={i}>
                {fields.map((field) => (
                  <Table.Td key={field}>{textOf(row[field])}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}

/** The API sends the number of each row with its values. */
const rowsOf = (sample: unknown): Row[] =>
  ((sample ?? []) as { values: Row }[]).map(({ values }) => values);

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
