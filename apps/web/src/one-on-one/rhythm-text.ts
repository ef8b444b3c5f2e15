import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import type { SeriesInput } from './one-on-one.js';

type Schedule = Pick<SeriesInput, 'rhythm' | 'anchor' | 'time'>;

/** "Every two weeks on Tuesday at 09:30", in the reader's language. */
export function useRhythmText() {
  const { t } = useTranslation('one-on-one');
  const { day } = useFormat();
  return ({ rhythm, anchor, time }: Schedule): string =>
    t(`rhythmText.${rhythm}`, {
      weekday: day(anchor, { weekday: 'long' }),
      dayOfMonth: Number(anchor.slice(8)),
      time,
    });
}
