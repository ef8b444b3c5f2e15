import { creditDates } from '@laurel/credit/core';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Edit, putting, saidBy } from './json-place.js';

type Props = { readonly text: string; readonly onEdit: (edit: Edit) => void };

/** Which day of a deal counts, read from what is written and put into it. */
export function CreditDateChoice({ text, onEdit }: Props) {
  const { t } = useTranslation(['plan', 'plan-setting']);
  const said = saidBy(text, 'creditDate');
  const chosen = said ? creditDates.find((date) => said === JSON.stringify(date)) : 'closed';
  const choose = (choice: string) => {
    const edit = putting(text, 'creditDate', choice);
    if (edit) onEdit(edit);
  };
  return (
    <Select
      label={t('plan-setting:name.creditDate')}
      description={chosen && t(`words.creditDate.${chosen}`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDeselect={false}
      disabled={putting(text, 'creditDate', '') === null}
      value={chosen ?? null}
      onChange={(choice) => choice !== chosen && choose(choice!)}
      data={creditDates.map((value) => ({
        value,
        label: t(`plan-setting:value.creditDate.${value}`),
      }))}
    />
  );
}
