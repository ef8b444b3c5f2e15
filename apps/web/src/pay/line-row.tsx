import { figuresOf } from '@laurel/commission/core';
import { Anchor, Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText, MoneyText, useFormat } from '../ui/index.js';
import classes from './pay.module.css';
import { explained, type Line } from './statement.js';
import { Why } from './why.js';

const columns = 6;
const columnDigits = 4;

/** One line of pay; "Why?" opens its explanation below it. */
export function LineRow({ line }: { line: Line }) {
  const { t } = useTranslation('pay');
  const { language } = useFormat();
  const [open, { toggle }] = useDisclosure();
  const { deal, credit, amount, currency, kind } = line;
  const { base, rate } = figuresOf(explained(line), language, columnDigits);
  const calculated = kind !== 'spiff' && kind !== 'correction';
  return (
    <>
      <Table.Tr className={open ? classes.open : undefined}>
        <Table.Td>
          <LineTitle line={line} />
        </Table.Td>
        <Table.Td visibleFrom="sm">
          <DayText day={credit?.creditedOn ?? deal?.closedOn ?? null} />
        </Table.Td>
        <Table.Td visibleFrom="md" className="number">
          {calculated && base}
        </Table.Td>
        <Table.Td visibleFrom="sm" className="number">
          {calculated && rate}
        </Table.Td>
        <Table.Td className="number" w={{ base: 1, sm: 'auto' }}>
          <Text fw={600} span>
            <MoneyText amount={amount} currency={currency} />
          </Text>
        </Table.Td>
        <Table.Td w={1}>
          <Button
            size="compact-sm"
            variant={open ? 'light' : 'subtle'}
            aria-expanded={open}
            aria-label={t('whyOf', { deal: deal?.name ?? t(`kind.${kind}`) })}
            onClick={toggle}
          >
            {t('why')}
          </Button>
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr className={classes.why}>
          <Table.Td colSpan={columns}>
            <Why line={line} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** The deal, or the component when the line is about no single deal; then what kind of pay it is. */
function LineTitle({ line }: { line: Line }) {
  const { t } = useTranslation('pay');
  const { day } = useFormat();
  const band = useBand(line);
  const { deal, credit, kind } = line;
  const credited = credit?.creditedOn ?? deal?.closedOn;
  return (
    <>
      {deal ? (
        <Anchor component={Link} to={`/deals/${deal.id}`} fw={600} c="inherit">
          {deal.account?.name ?? deal.name}
        </Anchor>
      ) : (
        <Text fw={600}>{t(`kind.${kind}`)}</Text>
      )}
      <Text size="sm" c="dimmed">
        {deal && [deal.product?.name ?? deal.name, band].join(' · ')}
        {credited && (
          <Text span inherit hiddenFrom="sm">
            {` · ${day(credited)}`}
          </Text>
        )}
      </Text>
    </>
  );
}

/** The tier that a line is paid by, and the kind of any other line. */
function useBand(line: Line): string {
  const { t } = useTranslation('pay');
  const { language } = useFormat();
  if (line.kind !== 'tier' || line.tierFrom === null) return t(`kind.${line.kind}`);
  const { from, to, detail } = figuresOf(explained(line), language, columnDigits);
  const of = t(`measure.${detail.basis?.of ?? 'quota'}`);
  return to === null ? t('bandAbove', { from, of }) : t('band', { from, to, of });
}
