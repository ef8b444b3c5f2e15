import { Anchor, Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MoneyText, useFormat } from '../ui/index.js';
import type { Movement } from './balance.js';

type Props = { movements: readonly Movement[]; period: string; currency: string };

/** Movements of one kind: a single one as it is, several as their sum, which opens into each. */
export function KindRows({ movements, period, currency }: Props) {
  const { t } = useTranslation('ledger');
  const [open, { toggle }] = useDisclosure();
  const [first] = movements;
  const title = t(`kind.${first!.kind}`);
  if (movements.length === 1)
    return (
      <Row movements={movements} currency={currency}>
        {title}
        <About movement={first!} period={period} />
      </Row>
    );
  return (
    <>
      <Row movements={movements} currency={currency}>
        {title}{' '}
        <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={toggle}>
          {t('each', { count: movements.length })}
        </Button>
      </Row>
      {open &&
        movements.map((movement) => (
          <Row key={movement.id} movements={[movement]} currency={currency} dimmed>
            <About movement={movement} period={period} />
          </Row>
        ))}
    </>
  );
}

type RowProps = {
  movements: readonly Movement[];
  currency: string;
  dimmed?: boolean;
  children: ReactNode;
};

function Row({ movements, currency, dimmed, children }: RowProps) {
  const figure = (amounts: readonly string[]) => {
    const sum = amounts.reduce((all, each) => all + BigInt(each), 0n);
    return sum === 0n ? null : <MoneyText amount={`${sum}`} currency={currency} />;
  };
  return (
    <Table.Tr c={dimmed ? 'dimmed' : undefined}>
      <Table.Td>{children}</Table.Td>
      <Table.Td className="number">{figure(movements.map(({ amount }) => amount))}</Table.Td>
      <Table.Td className="number" visibleFrom="sm">
        {figure(movements.map(({ pay }) => pay))}
      </Table.Td>
    </Table.Tr>
  );
}

/** The deal it is about, and the period that was earned in when it is another one. */
function About({ movement, period }: { movement: Movement; period: string }) {
  const { t } = useTranslation('ledger');
  const { period: written } = useFormat();
  const { deal, originalPeriod } = movement;
  const earlier = originalPeriod === period ? null : t('of', { period: written(originalPeriod) });
  return (
    <Text size="sm" c="dimmed">
      {deal && (
        <Anchor component={Link} to={`/deals/${deal.id}`} inherit>
          {deal.name}
        </Anchor>
      )}
      {deal && earlier && ' · '}
      {earlier}
    </Text>
  );
}
