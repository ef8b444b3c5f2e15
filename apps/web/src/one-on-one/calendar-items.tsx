import { reminders } from '@laurel/one-on-one/core';
import { Menu } from '@mantine/core';
import { IconBell, IconCalendarDown, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { useSay } from '../ui/use-say.js';
import { InvitationQuery, SaveReminder } from './calendar.js';
import { type Series, touchesOneOnOnes } from './one-on-one.js';

/** The series as a file for any calendar, and when I am reminded by mail. */
export function CalendarItems({ series }: { series: Series }) {
  const { t } = useTranslation('one-on-one');
  const say = useSay();
  const download = useDownload();
  const [, save] = useMutation(SaveReminder);
  async function choose(reminder: (typeof reminders)[number]) {
    const { error } = await save({ oneOnOneId: series.id, reminder }, touchesOneOnOnes);
    if (error) say.problem(error);
    else say.done(t(`reminder.said.${reminder}`));
  }
  return (
    <>
      <Menu.Item leftSection={<IconCalendarDown size={18} />} onClick={() => void download(series)}>
        {t('feed.file')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{t('reminder.label')}</Menu.Label>
      {reminders.map((reminder) => {
        const chosen = series.reminder === reminder;
        return (
          <Menu.Item
            key={reminder}
            role="menuitemradio"
            aria-checked={chosen}
            leftSection={<IconBell size={18} />}
            rightSection={chosen && <IconCheck size={16} />}
            onClick={() => void choose(reminder)}
          >
            {t(`reminder.${reminder}`)}
          </Menu.Item>
        );
      })}
    </>
  );
}

/** Fetches the file and hands it to the browser. */
function useDownload() {
  const client = useClient();
  const say = useSay();
  return async ({ id, partner }: Series) => {
    const { data, error } = await client.query(InvitationQuery, { oneOnOneId: id }).toPromise();
    if (error) return say.problem(error);
    const file = new Blob([data!.oneOnOneInvitation], { type: 'text/calendar' });
    const address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address;
    link.download = `${partner.name}.ics`;
    link.click();
    URL.revokeObjectURL(address);
  };
}
