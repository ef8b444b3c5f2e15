import { useTranslation } from 'react-i18next';
import { DayText, MoneyText } from '../ui/index.js';
import { Change } from './change.js';
import type { FieldChange } from './late-change.js';

type Props = { readonly fields: readonly FieldChange[]; readonly currency: string };

/** Each field that changed: what it said, and what it says. */
export function FieldChanges({ fields, currency }: Props) {
  const { t } = useTranslation('late-change');
  return fields.map(({ field, before, after }) => (
    <Change key={field} name={t(`field.${field}`)}>
      {before === null && after === null
        ? t('changed')
        : [
            <Value key="before" field={field} text={before} currency={currency} />,
            <Value key="after" field={field} text={after} currency={currency} />,
          ]}
    </Change>
  ));
}

type ValueProps = { field: string; text: string | null; currency: string };

function Value({ field, text, currency }: ValueProps) {
  const { t } = useTranslation('deal');
  if (text === null) return <span>–</span>;
  if (field === 'amount') return <MoneyText amount={text} currency={currency} />;
  if (field === 'status') return <span>{t(`status.${text}`)}</span>;
  if (field.endsWith('On')) return <DayText day={text} />;
  return <span>{text}</span>;
}
