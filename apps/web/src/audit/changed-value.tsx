import { Code, ScrollArea, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { DayText, MoneyText, useFormat } from '../ui/index.js';
import { kindOf } from './changes.js';

const PersonName = graphql(`
  query PersonName($id: ID!) {
    member(id: $id) {
      id
      name
    }
  }
`);

type Props = { readonly column: string; readonly value: unknown; readonly currency: string | null };

/** A value as a person reads it. */
export function ChangedValue({ column, value, currency }: Props) {
  const { t } = useTranslation('audit');
  const { instant, number } = useFormat();
  const text = String(value);
  switch (kindOf(column, value)) {
    case 'nothing':
      return <Text c="dimmed">–</Text>;
    case 'person':
      return <PersonText id={text} />;
    case 'money':
      if (currency) return <MoneyText amount={text} currency={currency} />;
      return t('minorUnits', { amount: number(text) });
    case 'day':
      return <DayText day={text} />;
    case 'instant':
      return instant(text);
    case 'document':
      return <DocumentText value={value} />;
    case 'text':
      return <span style={{ overflowWrap: 'anywhere' }}>{text}</span>;
  }
}

function PersonText({ id }: { id: string }) {
  const [{ data }] = useQuery({ query: PersonName, variables: { id } });
  return <span style={{ overflowWrap: 'anywhere' }}>{data?.member?.name ?? id}</span>;
}

function DocumentText({ value }: { value: unknown }) {
  return (
    <ScrollArea.Autosize mah={260} type="auto" viewportProps={{ tabIndex: 0 }}>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {JSON.stringify(value, null, 2)}
      </Code>
    </ScrollArea.Autosize>
  );
}
