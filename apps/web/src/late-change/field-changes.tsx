import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayText, MoneyText } from '../ui/index.js';
import classes from './late-change.module.css';
import type { FieldChange } from './late-change.js';

type Props = { readonly fields: readonly FieldChange[]; readonly currency: string };

/** Each field that changed: what it said, and what it says. */
export function FieldChanges({ fields, currency }: Props) {
  const { t } = useTranslation('late-change');
  return (
    <dl className={classes.fields}>
      {fields.map(({ field, before, after }) => (
        <div key={field}>
          <Text component="dt" size="sm" c="dimmed">
            {t(`field.${field}`)}
          </Text>
          <Text component="dd" size="sm">
            {before === null && after === null ? (
              t('changed')
            ) : (
              <>
                <Value field={field} text={before} currency={currency} />
                <span aria-hidden> → </span>
                <VisuallyHidden>{t('now')}</VisuallyHidden>
                <Value field={field} text={after} currency={currency} />
              </>
            )}
          </Text>
        </div>
      ))}
    </dl>
  );
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
