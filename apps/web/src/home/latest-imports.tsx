import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { EmptyState, Loaded, TimeText, useFormat } from '../ui/index.js';
import { HomeCard } from './home-card.js';

const LatestImportsQuery = graphql(`
  query LatestImports {
    imports(page: { first: 5, offset: 0 }) {
      total
      rows {
        id
        kind
        fileName
        status
        rowCount
        rejectedCount
        createdAt
      }
    }
  }
`);

type Import = ResultOf<typeof LatestImportsQuery>['imports']['rows'][number];

/** The files brought in last, and how that went. */
export function LatestImports() {
  const { t } = useTranslation('home');
  const query = useQuery({ query: LatestImportsQuery });
  return (
    <HomeCard title={t('imports.title')} to="/import" toLabel={t('imports.all')}>
      <Loaded of={query}>
        {({ imports }) =>
          imports.rows.length ? (
            <Stack gap="sm">
              {imports.rows.map((each) => (
                <ImportRow key={each.id} file={each} />
              ))}
            </Stack>
          ) : (
            <EmptyState icon={IconFileImport} title={t('imports.none')}>
              {t('imports.noneNext')}
            </EmptyState>
          )
        }
      </Loaded>
    </HomeCard>
  );
}

const colors: Partial<Record<Import['status'], string>> = { done: 'laurel', failed: 'red' };

function ImportRow({ file }: { file: Import }) {
  const { t } = useTranslation('home');
  const { number } = useFormat();
  return (
    <Group justify="space-between" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Anchor component={Link} to={`/import/${file.id}`} c="inherit" fw={500}>
          {file.fileName}
        </Anchor>
        <Text size="sm" c="dimmed">
          {t('imports.rows', { count: file.rowCount, written: number(file.rowCount) })} ·{' '}
          <TimeText at={file.createdAt} />
        </Text>
      </div>
      <Badge color={colors[file.status] ?? 'gray'}>{t(`imports.status.${file.status}`)}</Badge>
    </Group>
  );
}
