import { Card, Group, SegmentedControl, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { driverName } from './driver-name.js';
import { HeatRow } from './heat-row.js';
import type { Report } from './report.js';
import { headlineOf, slicesOf } from './report-view.js';
import classes from './survey.module.css';

/** Room for the name of a group and for a figure; a phone shows two columns without scrolling. */
const nameWidth = 130;
const columnWidth = 84;

/** What a column shows, by the item of its figures. */
export type Column = { readonly item: string; readonly name: string };

/** Groups of one dimension against drivers: each figure as a number on its colour. */
export function HeatMap({ report }: { report: Report }) {
  const { t } = useTranslation('survey');
  const slices = slicesOf(report.groups);
  const [chosen, setChosen] = useState<string | null>(null);
  const dimension = slices.find((each) => each === chosen) ?? slices[0];
  const columns = useColumns(report);
  if (!dimension || !columns.length) return null;
  const rows = report.groups.filter(
    (group) => group.dimension === 'all' || group.dimension === dimension,
  );
  return (
    <Card component="section" aria-label={t('heat.title')}>
      <Group justify="space-between" mb="md">
        <Title order={2} size="h3">
          {t('heat.title')}
        </Title>
        {slices.length > 1 && (
          <SegmentedControl
            aria-label={t('heat.by')}
            value={dimension}
            onChange={setChosen}
            data={slices.map((value) => ({
              value,
              label: t(`dimension.${value}` as 'dimension.team'),
            }))}
          />
        )}
      </Group>
      <Table.ScrollContainer
        minWidth={nameWidth + columns.length * columnWidth}
        className={classes.heat}
        scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      >
        <Table verticalSpacing="xs" horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t(`dimension.${dimension}` as 'dimension.team')}</Table.Th>
              {columns.map(({ item, name }) => (
                <Table.Th key={item} scope="col" ta="center">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((group) => (
              <HeatRow key={group.id} report={report} group={group} columns={columns} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed" mt="sm">
        {t('heat.lead', { threshold: report.wave.scoreThreshold })}
      </Text>
    </Card>
  );
}

/** The score first, then the drivers in the order of their figures. */
function useColumns({ cells }: Report): Column[] {
  const { t } = useTranslation('survey');
  const headline = headlineOf(cells) ?? cells.find(({ score }) => score !== null);
  const drivers = new Set(
    cells.filter(({ item }) => item.startsWith('driver:')).map((c) => c.item),
  );
  return [
    ...(headline
      ? [{ item: headline.item, name: t(`short.${headline.question!.kind}` as 'short.zeroToTen') }]
      : []),
    ...[...drivers].map((item) => ({ item, name: driverName(t, item.slice('driver:'.length)) })),
    { item: 'participation', name: t('participation') },
  ];
}
