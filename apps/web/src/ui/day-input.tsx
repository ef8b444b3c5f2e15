import '@mantine/dates/styles.css';
import 'dayjs/locale/de';
import { DateInput, type DateInputProps } from '@mantine/dates';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useTranslation } from 'react-i18next';

dayjs.extend(customParseFormat);

type Props = Omit<DateInputProps, 'value' | 'onChange' | 'valueFormat' | 'locale'> & {
  /** A calendar day, YYYY-MM-DD, or null. */
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
};

/** A calendar day, typed in the reader's notation or picked; it never becomes a moment in time. */
export function DayInput({ value, onChange, ...props }: Props) {
  const { t, i18n } = useTranslation('action');
  const german = i18n.language === 'de';
  return (
    <DateInput
      {...props}
      value={value ?? null}
      onChange={(day) => onChange?.(day)}
      locale={german ? 'de' : 'en'}
      valueFormat={german ? 'DD.MM.YYYY' : 'D MMM YYYY'}
      firstDayOfWeek={1}
      ariaLabels={{
        nextMonth: t('nextMonth'),
        previousMonth: t('previousMonth'),
        monthLevelControl: t('chooseMonth'),
        yearLevelControl: t('chooseYear'),
      }}
      clearButtonProps={{ 'aria-label': t('clear') }}
    />
  );
}
