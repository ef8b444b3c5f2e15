import { NumberInput, type NumberInputProps } from '@mantine/core';
import { currencyExponent, formatMoney, parseMoney } from '@laurel/shared/core';
import { useTranslation } from 'react-i18next';

type Props = Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  /** Minor units as digits, as the API has them; null while the field is empty. */
  readonly value?: string | null;
  readonly currency: string;
  readonly onChange?: (minor: string | null) => void;
};

/** An amount typed with the reader's own separators, and kept as exact minor units. */
export function MoneyInput({ value, currency, onChange, ...props }: Props) {
  const { i18n } = useTranslation();
  const { group, decimal } = separators(i18n.language);
  return (
    <NumberInput
      suffix={` ${currency}`}
      hideControls
      {...props}
      value={value == null ? '' : formatMoney(BigInt(value), currency)}
      decimalScale={currencyExponent(currency)}
      decimalSeparator={decimal}
      thousandSeparator={group}
      onValueChange={({ value: text }) => onChange?.(minorOf(text, currency))}
    />
  );
}

/** What is typed is not always an amount yet: "-" and "12." are on their way to one. */
function minorOf(text: string, currency: string): string | null {
  const typed = text.replace(/\.$/, '');
  return /^-?\d{1,15}(\.\d+)?$/.test(typed) ? parseMoney(typed, currency).toString() : null;
}

function separators(language: string) {
  const parts = new Intl.NumberFormat(language).formatToParts(12345.6);
  const mark = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { group: mark('group'), decimal: mark('decimal') };
}
