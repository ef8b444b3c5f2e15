import { Box, Group, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronUp, IconLogout, IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSignedIn, useSignOut } from '../session/session.js';
import { PersonAvatar } from '../ui/person-avatar.js';
import { LanguageChoice } from './language-choice.js';
import { SchemeChoice } from './scheme-choice.js';
import classes from './shell.module.css';

/** Who is signed in, how the page looks and speaks, and the way out. */
export function AccountMenu({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation('shell');
  const { member } = useSignedIn();
  const signOut = useSignOut();
  return (
    <Menu width={272} position={compact ? 'bottom-end' : 'top-start'} shadow="lg" radius="md">
      <Menu.Target>
        <UnstyledButton className={compact ? undefined : classes.account}>
          <VisuallyHidden>{t('account.open', { name: member.name })}</VisuallyHidden>
          <Group gap="sm" wrap="nowrap">
            <PersonAvatar name={member.name} size={36} />
            {!compact && (
              <>
                <Box flex={1} miw={0}>
                  <Text size="sm" fw={600} truncate>
                    {member.name}
                  </Text>
                  <Text className={classes.organization} truncate>
                    {t(`role.${member.role}`)}
                  </Text>
                </Box>
                <IconChevronUp size={16} aria-hidden />
              </>
            )}
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{member.email}</Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<IconShieldLock size={18} />}>
          {t('account.security')}
        </Menu.Item>
        <Menu.Divider />
        <SchemeChoice />
        <LanguageChoice saved />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={signOut}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
