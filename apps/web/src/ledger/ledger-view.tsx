import { Button, Card, Center, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loaded, MoneyText } from '../ui/index.js';
import { type PeriodBalance, useBalances } from './balance.js';
import { PeriodCard } from './period-card.js';

const periodsAtOnce = 12;

/** All balances as they are now, and every period with what moved in it, the newest first. */
export function LedgerView({ memberId }: { memberId: string }) {
  const { t } = useTranslation('ledger');
  const query = useBalances(memberId);
  return (
    <Loaded of={query}>
      {({ balances }) =>
        balances.length ? (
          <Stack gap="lg">
            <Balances latest={balances.at(-1)!} />
            <Periods periods={balances.toReversed()} />
          </Stack>
        ) : (
          <EmptyState icon={IconScale} title={t('none')}>
            {t('noneNext')}
          </EmptyState>
        )
      }
    </Loaded>
  );
}

/** What is owed, and what is still to come. */
function Balances({ latest }: { latest: PeriodBalance }) {
  const { t } = useTranslation('ledger');
  const open = latest.accounts.filter(({ closing }) => closing !== '0');
  if (!open.length) return <Text c="dimmed">{t('nothingOpen')}</Text>;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
      {open.map(({ account, closing }) => (
        <Card key={account} component="section" aria-label={t(`account.${account}`)}>
          <Text c="dimmed">{t(`account.${account}`)}</Text>
          <Text fw={600} size="xl">
            <MoneyText amount={closing} currency={latest.currency} />
          </Text>
          <Text size="sm" c="dimmed">
            {t(closing.startsWith('-') ? 'isOwed' : 'isToCome')}
          </Text>
        </Card>
      ))}
    </SimpleGrid>
  );
}

function Periods({ periods }: { periods: readonly PeriodBalance[] }) {
  const { t } = useTranslation('ledger');
  const [shown, setShown] = useState(periodsAtOnce);
  return (
    <>
      {periods.slice(0, shown).map((balance) => (
        <PeriodCard key={balance.period} balance={balance} />
      ))}
      {shown < periods.length && (
        <Center>
          <Button variant="default" onClick={() => setShown(shown + periodsAtOnce)}>
            {t('earlier')}
          </Button>
        </Center>
      )}
    </>
  );
}
