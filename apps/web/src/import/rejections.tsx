import { Button, Card, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { Pager } from '../ui/index.js';

const Rejections = graphql(`
  query ImportRejections($importId: ID!, $page: PageInput) {
    importRejections(importId: $importId, page: $page) {
      total
      rows {
        row
        field
        value
        code
        reason
      }
    }
  }
`);

/** Every refused row by number, field and reason, and the file of them to repair and send again. */
export function RejectionList({ importId }: { importId: string }) {
  const { t } = useTranslation('import');
  const [page, setPage] = useState({ first: 25, offset: 0 });
  const [{ data }] = useQuery({
    query: Rejections,
    variables: { importId, page },
  });
  const { rows = [], total = 0 } = data?.importRejections ?? {};
  return (
    <Card component="section">
      <Group justify="space-between" mb="sm">
        <Title order={3}>{t('check.rejectedRows')}</Title>
        <Button
          component="a"
          href={`/imports/${importId}/rejections.csv`}
          download
          variant="default"
          leftSection={<IconDownload size={18} />}
        >
          {t('check.download')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mb="md">
        {t('check.rejectedLead')}
      </Text>
      <Table.ScrollContainer minWidth={0} visibleFrom="sm">
        <RejectionTable rows={rows} />
      </Table.ScrollContainer>
      <Stack hiddenFrom="sm" gap="md">
        {rows.map((rejection) => (
          <RejectionCard key={`${rejection.row}|${rejection.field}`} rejection={rejection} />
        ))}
      </Stack>
      <Pager page={page} total={total} onPage={setPage} />
    </Card>
  );
}

type Rejection = ResultOf<typeof Rejections>['importRejections']['rows'][number];

function RejectionTable({ rows }: { rows: readonly Rejection[] }) {
  const { t } = useTranslation('import');
  const field = useFieldName();
  const reason = useReason();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className="number">{t('check.row')}</Table.Th>
          <Table.Th>{t('check.field')}</Table.Th>
          <Table.Th>{t('check.value')}</Table.Th>
          <Table.Th>{t('check.reason')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((each) => (
          <Table.Tr key={`${each.row}|${each.field}`}>
            <Table.Td className="number">{each.row}</Table.Td>
            <Table.Td>{field(each.field)}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{each.value}</Table.Td>
            <Table.Td>{reason(each)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RejectionCard({ rejection }: { rejection: Rejection }) {
  const { t } = useTranslation('import');
  const field = useFieldName();
  const reason = useReason();
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {t('check.place', { row: rejection.row, field: field(rejection.field) })}
        {rejection.value && `: ${rejection.value}`}
      </Text>
      <Text size="sm">{reason(rejection)}</Text>
    </Stack>
  );
}

function useFieldName() {
  const { t } = useTranslation('import');
  return (name: string) => t(`field.${name}`, { defaultValue: name });
}

/** Why, in the reader's language by the code; else the API's own sentence. */
function useReason() {
  const { t } = useTranslation('import');
  return ({ code, value, reason }: Rejection) =>
    t(`reason.${code}`, { value: value ?? '', defaultValue: reason });
}
