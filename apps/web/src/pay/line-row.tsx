import { Anchor, Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText, MoneyText, useFormat } from '../ui/index.js';
import classes from './pay.module.css';
import type { Line } from './statement.js';
import { Why } from './why.js';

const columns = 6;

/** One line of pay; "Why?" opens its explanation below it. */
export function LineRow({ line }: { line: Line }) {
  const { t } = useTranslation('pay');
  const { percent } = useFormat();
  const [open, { toggle }] = useDisclosure();
  const { deal, base, rate, amount, currency, kind } = line;
  return (
    <>
      <Table.Tr className={open ? classes.open : undefined}>
        <Table.Td>
          <LineTitle line={line} />
        </Table.Td>
        <Table.Td visibleFrom="sm">
          <DayText day={deal?.closedOn ?? null} />
        </Table.Td>
        <Table.Td visibleFrom="md" className="number">
          {kind !== 'spiff' && kind !== 'correction' && (
            <MoneyText amount={base} currency={currency} />
          )}
        </Table.Td>
        <Table.Td visibleFrom="sm" className="number">
          {kind !== 'spiff' && kind !== 'correction' && percent(rate, 4)}
        </Table.Td>
        <Table.Td className="number">
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
function LineTitle({ line: { deal, kind, tierFrom, tierTo } }: { line: Line }) {
  const { t } = useTranslation('pay');
  const { percent, day } = useFormat();
  const band =
    kind === 'tier' && tierFrom !== null
      ? t(tierTo === null ? 'bandAbove' : 'band', {
          from: percent(tierFrom),
          to: tierTo === null ? '' : percent(tierTo),
        })
      : t(`kind.${kind}`);
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
        {deal?.closedOn && (
          <Text span inherit hiddenFrom="sm">
            {` · ${day(deal.closedOn)}`}
          </Text>
        )}
      </Text>
    </>
  );
}
