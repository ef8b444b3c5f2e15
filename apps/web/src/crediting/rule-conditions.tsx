import { Fieldset, SimpleGrid, TagsInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { MoneyInput } from '../ui/money-input.js';
import type { RuleDraft } from './rule-draft.js';
import { type ListCondition, listConditions } from './rule-view.js';

const RuleNames = graphql(`
  query RuleNames {
    dealFacets {
      regions
      products {
        id
        name
        series
      }
    }
  }
`);

type Props = { readonly draft: RuleDraft; readonly onChange: (part: Partial<RuleDraft>) => void };

/** For which deals: each condition that is filled in must be met, by one of its values. */
export function RuleConditions({ draft, onChange }: Props) {
  const { t } = useTranslation('crediting');
  const [{ data }] = useQuery({ query: RuleNames });
  const { regions = [], products = [] } = data?.dealFacets ?? {};
  const known: Partial<Record<ListCondition, string[]>> = {
    regions,
    products: products.map(({ name }) => name),
    series: [...new Set(products.flatMap(({ series }) => series ?? []))],
  };
  return (
    <Fieldset legend={t('form.when')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('form.whenLead')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {listConditions.map((name) => (
          <TagsInput
            key={name}
            label={t(`form.${name}`)}
            data={known[name] ?? []}
            value={[...draft.lists[name]]}
            onChange={(values) => onChange({ lists: { ...draft.lists, [name]: values } })}
          />
        ))}
        <MoneyInput
          label={t('form.amountAtLeast')}
          currency={draft.currency}
          allowNegative={false}
          value={draft.amount}
          onChange={(amount) => onChange({ amount })}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
