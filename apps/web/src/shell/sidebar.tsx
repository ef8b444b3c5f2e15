import { Box, Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { UnreadPay } from '../pay/unread.js';
import { useSignedIn } from '../session/session.js';
import { AccountMenu } from './account-menu.js';
import { LaurelMark } from './laurel-mark.js';
import { destinations, navigationOf } from './navigation.js';
import classes from './shell.module.css';

/** Brand, navigation and account; `compact` leaves out what the phone shows elsewhere. */
export function Sidebar({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation('shell');
  const { member, organization } = useSignedIn();
  return (
    <Stack h="100%" p={compact ? 0 : 'md'} gap="lg">
      {!compact && (
        <Box px="xs" pt="xs">
          <UnstyledButton
            component={Link}
            to="/"
            aria-label={t('toHome')}
            className={classes.brand}
          >
            <LaurelMark size={34} />
            <span>Laurel</span>
          </UnstyledButton>
        </Box>
      )}
      <Text className={classes.organization} px="sm" truncate>
        {organization.name}
      </Text>
      <Stack component="nav" gap={4} aria-label={t('navigation')} flex={1}>
        {navigationOf(member).map((name) => {
          const { path, icon: Icon } = destinations[name];
          return (
            <NavLink key={name} to={path} end={path === '/'} className={classes.entry!}>
              <Icon size={20} stroke={1.7} aria-hidden />
              {t(`nav.${name}`)}
              {name === 'pay' && <UnreadPay memberId={member.id} />}
            </NavLink>
          );
        })}
      </Stack>
      {!compact && <AccountMenu />}
    </Stack>
  );
}
