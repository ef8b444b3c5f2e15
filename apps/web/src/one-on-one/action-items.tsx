import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionForm } from './action-form.js';
import { ActionRow } from './action-row.js';
import type { Action, Meeting } from './meeting.js';
import type { Series } from './one-on-one.js';
import classes from './one-on-one.module.css';
import { Section } from './section.js';
import { useActions } from './use-actions.js';

type Props = { readonly series: Series; readonly meeting: Meeting; readonly readOnly: boolean };

/** What one of the two is going to do; what is open follows into the next meeting. */
export function ActionItems({ series, meeting, readOnly }: Props) {
  const { t } = useTranslation('one-on-one');
  const actions = useActions(meeting);
  const [edited, setEdited] = useState<Action | 'new' | null>(null);
  return (
    <Section title={t('actions.title')} lead={t('actions.lead')}>
      {meeting.actions.length > 0 ? (
        <ul className={classes.list}>
          {meeting.actions.map((action) => (
            <ActionRow
              key={action.id}
              action={action}
              carried={action.raised < meeting.number}
              change={readOnly ? null : actions}
              onEdit={() => setEdited(action)}
            />
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{t('actions.none')}</Text>
      )}
      {!readOnly && (
        <Button
          mt="md"
          w="fit-content"
          variant="default"
          leftSection={<IconPlus size={18} />}
          onClick={() => setEdited('new')}
        >
          {t('actions.add')}
        </Button>
      )}
      <ActionForm
        series={series}
        action={edited === 'new' ? null : edited}
        opened={edited !== null}
        save={actions.save}
        onClose={() => setEdited(null)}
      />
    </Section>
  );
}
