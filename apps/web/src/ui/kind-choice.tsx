import type { PeriodKind } from '@laurel/shared/core';
import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly kinds: readonly PeriodKind[];
  readonly value: PeriodKind;
  readonly onChange: (kind: PeriodKind) => void;
};

/** Most kinds that fit beside each other on a phone. */
const mostBeside = 3;

/** Which kind of period: beside each other while they are few, else in a list. */
export function KindChoice({ kinds, value, onChange }: Props) {
  const { t } = useTranslation('ui');
  if (kinds.length < 2) return null;
  const shared = {
    'aria-label': t('period.kind'),
    value,
    onChange: (kind: string | null) => kind && onChange(kind as PeriodKind),
    data: kinds.map((kind) => ({ value: kind, label: t(`period.${kind}`) })),
  };
  return kinds.length > mostBeside ? (
    <Select w={160} allowDeselect={false} {...shared} />
  ) : (
    <SegmentedControl {...shared} />
  );
}
