import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import { useGroupName } from './group-name.js';
import type { Column } from './heat-map.js';
import type { Cell, Report, ReportGroup } from './report.js';
import { countedIn, depthOf, heatOf, signed } from './report-view.js';
import classes from './survey.module.css';

type Props = {
  readonly report: Report;
  readonly group: ReportGroup;
  readonly columns: readonly Column[];
};

/** One group: its figures, or in which group above they are counted. */
export function HeatRow({ report, group, columns }: Props) {
  const { t } = useTranslation('survey');
  const nameOf = useGroupName();
  const { groups, cells } = report;
  const into = (item: string) => {
    const above = countedIn(groups, cells, item, group.id);
    return above ? t('heat.within', { group: nameOf(above) }) : t('heat.none');
  };
  const own = new Map(
    cells.filter(({ groupId }) => groupId === group.id).map((cell) => [cell.item, cell]),
  );
  const indent = `${depthOf(groups, group) * 1.1 + 0.5}rem`;
  return (
    <Table.Tr>
      <Table.Th
        scope="row"
        fw={group.dimension === 'all' ? 600 : 400}
        style={{ paddingInlineStart: indent }}
      >
        {nameOf(group)}
      </Table.Th>
      {own.size === 0 ? (
        <Table.Td colSpan={columns.length} className={classes.merged}>
          {into('participation')}
        </Table.Td>
      ) : (
        columns.map(({ item }) => {
          const cell = own.get(item);
          return cell ? (
            <Figure key={item} cell={cell} />
          ) : (
            <Table.Td key={item} className={`${classes.cell} ${classes.merged}`}>
              {into(item)}
            </Table.Td>
          );
        })
      )}
    </Table.Tr>
  );
}

function Figure({ cell }: { cell: Cell }) {
  const { t } = useTranslation('survey');
  const { mean, number } = useFormat();
  const text =
    cell.score !== null
      ? signed(cell.score)
      : cell.mean !== null
        ? mean(cell.mean)
        : t('percent', { value: number(cell.rate ?? 0, 0) });
  return (
    <Table.Td
      className={classes.cell}
      data-step={heatOf(cell)}
      title={t('people', { count: cell.people })}
    >
      {text}
    </Table.Td>
  );
}
