import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { percentOf, shareOf } from './percent.js';

type Props = Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  /** A share as a decimal, as the API has it; null while the field is empty. */
  readonly value: string | null;
  readonly onChange: (share: string | null) => void;
};

/** A share typed in percent with the reader's own mark, and kept as an exact decimal. */
export function PercentInput({ value, onChange, ...props }: Props) {
  const { i18n } = useTranslation();
  return (
    <NumberInput
      suffix=" %"
      hideControls
      allowNegative={false}
      decimalScale={7}
      decimalSeparator={i18n.language === 'de' ? ',' : '.'}
      {...props}
      value={value === null ? '' : percentOf(value)}
      onValueChange={({ value: text }) => onChange(shareOf(text))}
    />
  );
}
