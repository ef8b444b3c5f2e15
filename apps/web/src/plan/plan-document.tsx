import type { Component, PlanDocument } from '@laurel/commission/core';
import { parseMoney } from '@laurel/shared/core';
import { Group, List, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import {
  IconChartBar,
  IconChartLine,
  IconConfetti,
  IconGift,
  IconMathFunction,
  IconPercentage,
  IconPigMoney,
  IconTable,
  IconTags,
  IconTargetArrow,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat, wordsIn } from '../ui/index.js';
import { ComponentRules } from './component-rules.js';
import { TierStairs } from './tier-stairs.js';

type Props = { readonly document: PlanDocument };

/** The rules of a plan in words a payee understands, with the tiers drawn. */
export function PlanDocumentView({ document }: Props) {
  const { t } = useTranslation('plan');
  return (
    <Stack gap="xl">
      {document.components.map((component) => (
        <ComponentView key={component.name} component={component} currency={document.currency} />
      ))}
      <Text size="sm" c="dimmed">
        {t('words.terms', {
          period: t(`words.period.${document.period}`),
          currency: document.currency,
        })}{' '}
        {t(`words.creditDate.${document.creditDate ?? 'closed'}`)}{' '}
        {t(`words.rounding.${document.rounding}`)}
      </Text>
    </Stack>
  );
}

const icons = {
  flat: IconPercentage,
  tiers: IconChartBar,
  rates: IconTags,
  matrix: IconTable,
  formula: IconMathFunction,
  spiff: IconGift,
  override: IconUsersGroup,
  curve: IconChartLine,
  bonus: IconConfetti,
  objectives: IconTargetArrow,
  pool: IconPigMoney,
} as const satisfies Record<Component['kind'], unknown>;

function ComponentView({ component, currency }: { component: Component; currency: string }) {
  const { language } = useFormat();
  const Icon = icons[component.kind];
  return (
    <section>
      <Group gap="sm" mb="xs">
        <ThemeIcon variant="light" size={36} radius="xl">
          <Icon size={20} />
        </ThemeIcon>
        <Title order={3}>{wordsIn(component.title, language)}</Title>
      </Group>
      <Words component={component} currency={currency} />
    </section>
  );
}

/** Sentences for the plainest rules; what else a component says stands below as it is written. */
function Words({ component, currency }: { component: Component; currency: string }) {
  const { t } = useTranslation('plan');
  if (component.kind === 'tiers' && isOfQuota(component))
    return (
      <>
        <TiersView component={component} />
        <ComponentRules component={component} told={['tiers', 'multipliers', 'basis', 'credits']} />
      </>
    );
  if (component.kind === 'spiff' && component.product !== undefined)
    return (
      <>
        <SpiffView component={component} currency={currency} />
        <ComponentRules component={component} told={['amount', 'product']} />
      </>
    );
  if (component.kind === 'override')
    return (
      <>
        <OverrideView component={component} />
        <ComponentRules component={component} told={['rate', 'levels']} />
      </>
    );
  return (
    <>
      <Text mb="xs">{t(`words.kind.${component.kind}`)}</Text>
      <ComponentRules component={component} told={[]} />
    </>
  );
}

const isOfQuota = ({ basis = 'quota', mode = 'marginal', tiers }: Tiers): boolean =>
  basis === 'quota' &&
  tiers.every((tier) => (tier.mode ?? mode) === 'marginal' && tier.rate !== undefined);

type Tiers = Extract<Component, { kind: 'tiers' }>;
type Of<Kind extends Component['kind']> = { component: Extract<Component, { kind: Kind }> };

function TiersView({ component }: Of<'tiers'>) {
  const { multipliers = [] } = component;
  const tiers = component.tiers.map(({ from, rate = '0' }) => ({ from, rate }));
  const { t } = useTranslation('plan');
  const { percent, number } = useFormat();
  return (
    <>
      <Text>{t('words.tiers')}</Text>
      <TierStairs tiers={tiers} />
      <List size="sm" spacing={4}>
        {tiers.map(({ from, rate }, i) => {
          const to = tiers[i + 1]?.from;
          const range = { from: percent(from), rate: percent(rate, 4) };
          return (
            <List.Item key={from}>
              {to
                ? t('words.tier', { ...range, to: percent(to) })
                : t('words.lastTier', { ...range })}
            </List.Item>
          );
        })}
        {multipliers.map(({ product, when, multiplier }) => (
          <List.Item key={`${product}|${when}`}>
            {t('words.multiplier', {
              product: product ?? when,
              multiplier: number(multiplier, 6),
            })}
          </List.Item>
        ))}
      </List>
    </>
  );
}

function SpiffView({ component, currency }: Of<'spiff'> & { currency: string }) {
  const { t } = useTranslation('plan');
  const { money } = useFormat();
  const amount = money(parseMoney(component.amount, currency).toString(), currency);
  return <Text>{t('words.spiff', { amount, product: component.product })}</Text>;
}

function OverrideView({ component: { rate, levels } }: Of<'override'>) {
  const { t } = useTranslation('plan');
  const { percent } = useFormat();
  return <Text>{t('words.override', { rate: percent(rate, 4), count: levels ?? 1 })}</Text>;
}
