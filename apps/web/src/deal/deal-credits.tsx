import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyText, PersonAvatar, useFormat } from '../ui/index.js';
import type { DealWithCredits } from './deal-detail.js';

type Credit = DealWithCredits['credits'][number];

/** Who is credited for a deal, and who will be once it has the date that credits it. */
export function DealCredits({ deal }: { deal: DealWithCredits }) {
  const { t } = useTranslation('deal');
  const { credits, awaitedCredits } = deal;
  if (credits.length + awaitedCredits.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('credit.none')}
      </Text>
    );
  return (
    <section>
      <Title order={3} mb="xs">
        {t('credit.title')}
      </Title>
      <Stack gap="sm">
        {credits.map((credit) => (
          <Share key={credit.id} {...credit}>
            <CreditTerms credit={credit} />
          </Share>
        ))}
        {awaitedCredits.map((awaited) => (
          <Share key={`${awaited.payee.id} ${awaited.kind}`} {...awaited} waits>
            {t(`credit.awaits.${awaited.awaits}`)}
          </Share>
        ))}
      </Stack>
    </section>
  );
}

type ShareProps = Pick<Credit, 'payee' | 'amount' | 'currency'> & {
  readonly waits?: boolean;
  readonly children: ReactNode;
};

function Share({ payee, amount, currency, waits = false, children }: ShareProps) {
  return (
    <Group wrap="nowrap" justify="space-between">
      <Group wrap="nowrap" gap="sm" miw={0}>
        <PersonAvatar name={payee.name} />
        <div>
          <Text fw={500}>{payee.name}</Text>
          <Text size="sm" c="dimmed">
            {children}
          </Text>
        </div>
      </Group>
      <Text span c={waits ? 'dimmed' : undefined}>
        <MoneyText amount={amount} currency={currency} />
      </Text>
    </Group>
  );
}

/** What kind of credit it is, and where it is not of the day of closing, its date. */
function CreditTerms({ credit }: { credit: Credit }) {
  const { t } = useTranslation('deal');
  const { day } = useFormat();
  const { kind, level, rule, datedBy, creditedOn } = credit;
  return [
    t(`credit.${kind}`, { count: level }),
    ...(datedBy === 'closed' ? [] : [t(`credit.on.${datedBy}`, { day: day(creditedOn) })]),
    ...(rule ? [t('credit.rule', { rule })] : []),
  ].join(' · ');
}
