import { Card, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { DayText, MoneyText } from '../ui/index.js';
import type { Import } from './import-fields.js';
import { columnsOfSample, rowsOf, type SampleColumn, type SampleRow } from './sample.js';

const shownRows = 5;

/** The first rows as Laurel reads them, under its own names of the fields. */
export function SampleTable({ current }: { current: Import }) {
  const { t } = useTranslation('import');
  const rows = rowsOf(current.sample);
  const columns = columnsOfSample(rows, current.layout?.fields ?? []);
  if (rows.length === 0) return null;
  return (
    <Card component="section">
      <Title order={3} mb="sm">
        {t('check.sample')}
      </Title>
      <Table.ScrollContainer
        minWidth={columns.length * 130}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('check.sample') } }}
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ name, kind }) => (
                <Table.Th key={name} className={kind === 'money' ? 'number' : undefined}>
                  {t(`field.${name}`, { defaultValue: name })}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, shownRows).map((row, i) => (
              <Table.Tr key={i}>
                {columns.map((column) => (
                  <Table.Td
                    key={column.name}
                    className={column.kind === 'money' ? 'number' : undefined}
                  >
                    <Value row={row} column={column} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}

function Value({ row, column: { name, kind } }: { row: SampleRow; column: SampleColumn }) {
  const { organization } = useSignedIn();
  const value = row[name];
  if (!value) return null;
  if (kind === 'money')
    return <MoneyText amount={value} currency={row.currency ?? organization.currency} />;
  return kind === 'day' ? <DayText day={value} /> : value;
}
