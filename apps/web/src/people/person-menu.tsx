import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowsExchange,
  IconDots,
  IconDoorExit,
  IconMailForward,
  IconPencil,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoveMember } from '../team/move-member.js';
import { InviteDialog } from './invite-dialog.js';
import { LeaveDialog } from './leave-dialog.js';
import type { Person } from './person-fields.js';
import { PersonForm } from './person-form.js';

type Open = 'edit' | 'invite' | 'move' | 'leave' | null;

/** What an administrator can do with a person. */
export function PersonMenu({ person }: { person: Person }) {
  const { t } = useTranslation(['people', 'action']);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('menu', { name: person.name })}
          >
            <IconDots size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={18} />} onClick={() => setOpen('edit')}>
            {t('action:edit')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowsExchange size={18} />} onClick={() => setOpen('move')}>
            {t('move')}
          </Menu.Item>
          {!person.leftOn && (
            <Menu.Item
              leftSection={<IconMailForward size={18} />}
              onClick={() => setOpen('invite')}
            >
              {t(person.hasSignIn ? 'invite.again' : 'invite.action')}
            </Menu.Item>
          )}
          {!person.leftOn && (
            <Menu.Item
              color="red"
              leftSection={<IconDoorExit size={18} />}
              onClick={() => setOpen('leave')}
            >
              {t('leave.action')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <PersonForm person={person} opened={open === 'edit'} onClose={close} />
      <InviteDialog person={person} opened={open === 'invite'} onClose={close} />
      <LeaveDialog person={person} opened={open === 'leave'} onClose={close} />
      <MoveMember member={person} opened={open === 'move'} onClose={close} />
    </>
  );
}
