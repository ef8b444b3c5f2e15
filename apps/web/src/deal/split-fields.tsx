import { Grid, Select, TextInput } from '@mantine/core';
import { splitKinds } from '@laurel/deal/core';
import { useTranslation } from 'react-i18next';
import { MemberSelect } from '../people/member-select.js';
import type { SplitRow } from './split-draft.js';

type Props = { readonly row: SplitRow; readonly onChange: (row: SplitRow) => void };

/** Who, how much, and whether it is a part of the deal or comes on top. */
export function SplitFields({ row, onChange }: Props) {
  const { t } = useTranslation('deal');
  return (
    <Grid gap="xs" flex={1} align="flex-end">
      <Grid.Col span={{ base: 12, xs: 5 }}>
        <MemberSelect
          label={t('split.payee')}
          value={row.payee}
          onChange={(payee) => onChange({ ...row, payee })}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 5, xs: 3 }}>
        <TextInput
          label={t('split.percent')}
          inputMode="decimal"
          rightSection="%"
          value={row.percent}
          onChange={({ currentTarget }) => onChange({ ...row, percent: currentTarget.value })}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 7, xs: 4 }}>
        <Select
          label={t('split.kind')}
          allowDeselect={false}
          data={splitKinds.map((kind) => ({ value: kind, label: t(`split.kinds.${kind}`) }))}
          value={row.kind}
          onChange={(kind) => kind && onChange({ ...row, kind })}
        />
      </Grid.Col>
    </Grid>
  );
}
