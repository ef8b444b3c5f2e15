import type { Component } from '@laurel/commission/core';
import { Code, Table } from '@mantine/core';
import classes from './plan.module.css';

type Props = {
  readonly component: Component;
  /** Settings that stand above in words. */
  readonly told: readonly string[];
};

/** The settings of a component as they are written, one row each. */
export function ComponentRules({ component, told }: Props) {
  const hidden = new Set(['kind', 'name', 'title', ...told]);
  const rows = Object.entries(component).filter(
    ([name, value]) => !hidden.has(name) && value !== undefined,
  );
  if (rows.length === 0) return null;
  return (
    <Table mt="xs" layout="fixed" className={classes.rules}>
      <Table.Tbody>
        {rows.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th w="9rem">
              <Code>{name}</Code>
            </Table.Th>
            <Table.Td>
              <Setting value={value} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** A word as it is; a list with one entry on a line. */
function Setting({ value }: { value: unknown }) {
  if (typeof value !== 'object') return <Code>{String(value)}</Code>;
  const entries = Array.isArray(value) ? value : [value];
  return (
    <>
      {entries.map((entry) => (
        <div key={JSON.stringify(entry)}>
          <Code>{typeof entry === 'string' ? entry : said(entry)}</Code>
        </div>
      ))}
    </>
  );
}

/** `from: 0.5 · rate: 0.08`, easier on the eye than braces and quotation marks. */
const said = (entry: unknown): string =>
  typeof entry !== 'object' || entry === null
    ? JSON.stringify(entry)
    : Object.entries(entry)
        .map(
          ([name, value]) =>
            `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
        )
        .join(' · ');
