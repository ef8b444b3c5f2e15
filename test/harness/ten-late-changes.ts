import type { PipelineRow } from './plain-pay.js';

/** Ten changes of every kind, each of a deal of its own, as the deals they change; new deals have no row before. */
export type LateEdit = { what: string; before?: PipelineRow; after: PipelineRow };

/** The rows of a quarter that stand so, in the order of the file. */
const finder = (rows: readonly PipelineRow[]) => {
  const taken = new Set<string>();
  return (stage: string, months: string, more: Partial<PipelineRow> = {}): PipelineRow => {
    const row = rows.find(
      (each) =>
        !taken.has(each.opportunity_id) &&
        each.deal_stage === stage &&
        months.includes(each.close_date.slice(5, 7) || '--') &&
        Object.entries(more).every(([field, value]) => each[field as keyof PipelineRow] === value),
    );
    if (!row) throw new Error(`The file has no row ${stage} ${months} ${JSON.stringify(more)}`);
    taken.add(row.opportunity_id);
    return row;
  };
};

export function tenLateChanges(rows: readonly PipelineRow[]): LateEdit[] {
  const find = finder(rows);
  const change = (what: string, before: PipelineRow, by: Partial<PipelineRow>): LateEdit => ({
    what,
    before,
    after: { ...before, ...by },
  });
  const busy = 'Darcel Schlecht';
  const added = (id: string, product: string, day: string, value: string): LateEdit => ({
    what: `a new deal of ${product}`,
    after: {
      opportunity_id: id,
      sales_agent: busy,
      product,
      account: 'Acme Corporation',
      deal_stage: 'Won',
      engage_date: '2017-01-02',
      close_date: day,
      close_value: value,
    },
  });
  const q1 = '01 02 03';
  return [
    change('a higher amount', find('Won', q1, { sales_agent: busy }), { close_value: '30000' }),
    change('a second one of the same payee', find('Won', q1, { sales_agent: busy }), {
      close_value: '9000',
    }),
    change('a lower amount', find('Won', '04 05 06', { product: 'GTK 500' }), {
      close_value: '12000',
    }),
    change('a deal that was lost after all', find('Won', '07 08 09', { product: 'MG Advanced' }), {
      deal_stage: 'Lost',
      close_value: '0',
    }),
    change('another product', find('Won', '10 11 12', { product: 'GTX Basic' }), {
      product: 'GTX Pro',
    }),
    change('another sales person', find('Won', q1, { product: 'GTX Plus Pro' }), {
      sales_agent: 'Anna Snelling',
    }),
    added('LATE0001', 'GTX Plus Pro', '2017-06-30', '5482'),
    added('LATE0002', 'MG Special', '2017-08-15', '55'),
    change('a deal that was won after all', find('Lost', '10 11 12'), {
      deal_stage: 'Won',
      close_value: '4821',
    }),
    change('a slightly higher amount', find('Won', '04 05 06', { product: 'MG Special' }), {
      close_value: '80',
    }),
  ];
}

/** The changes as a file like the one they change. */
export const lateFile = (edits: readonly LateEdit[]): string => {
  const columns = Object.keys(edits[0]!.after) as (keyof PipelineRow)[];
  const lines = edits.map(({ after }) => columns.map((column) => after[column]).join(','));
  return [columns.join(','), ...lines].join('\n');
};

/** The whole file once the changes are in. */
export function afterEdits(
  rows: readonly PipelineRow[],
  edits: readonly LateEdit[],
): PipelineRow[] {
  const changed = new Map(edits.map(({ after }) => [after.opportunity_id, after]));
  const kept = rows.map((row) => changed.get(row.opportunity_id) ?? row);
  return [...kept, ...edits.flatMap(({ before, after }) => (before ? [] : [after]))];
}
