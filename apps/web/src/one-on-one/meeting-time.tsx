import { momentOf } from '@laurel/shared/core';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';

type Props = { readonly day: string; readonly time: string; readonly timeZone: string };

/** When two people meet; for whoever is in another time zone also what their clock shows then. */
export function MeetingTime({ day, time, timeZone }: Props) {
  const { t } = useTranslation('one-on-one');
  const { day: write, language } = useFormat();
  const here = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(momentOf(day, time, timeZone));
  const elsewhere = !here.endsWith(time);
  return (
    <time dateTime={`${day}T${time}`}>
      {t('when', { day: write(day, { dateStyle: 'full' }), time })}
      {elsewhere && (
        <Text span c="dimmed" size="sm">
          {' '}
          {t('whenHere', { zone: timeZone, here })}
        </Text>
      )}
    </time>
  );
}
