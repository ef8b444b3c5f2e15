import { AppShell, Box, Center, Drawer, Group, Loader, UnstyledButton } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useSignedIn } from '../session/session.js';
import { AccountMenu } from './account-menu.js';
import { AwardToasts } from './award-toasts.js';
import { BottomBar } from './bottom-bar.js';
import { LaurelMark } from './laurel-mark.js';
import { mayOpen } from './navigation.js';
import { NotForYou } from './not-for-you.js';
import { Sidebar } from './sidebar.js';
import classes from './shell.module.css';

/** The frame around every page of a signed-in person: sidebar on a desk, bottom bar on a phone. */
export function Shell() {
  const { t } = useTranslation('shell');
  const phone = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  const [open, drawer] = useDisclosure();
  const main = useFocusOnNavigation(drawer.close);
  return (
    <AppShell
      layout="alt"
      header={{ height: 56, collapsed: !phone }}
      navbar={{ width: 248, breakpoint: 'md', collapsed: { mobile: true } }}
      footer={{ height: 'calc(60px + env(safe-area-inset-bottom))', collapsed: !phone }}
      padding={0}
    >
      <a className="skip-link" href="#main">
        {t('skipToContent')}
      </a>
      <ScrollRestoration />
      <AwardToasts />
      {phone && <PhoneHeader />}
      {!phone && (
        <AppShell.Navbar className={classes.sidebar} withBorder={false}>
          <Sidebar />
        </AppShell.Navbar>
      )}
      <AppShell.Main id="main" tabIndex={-1} ref={main} className={classes.main}>
        <Suspense fallback={<PageLoader />}>
          <Page />
        </Suspense>
      </AppShell.Main>
      {phone && (
        <AppShell.Footer className={classes.bar}>
          <BottomBar onMore={drawer.open} />
        </AppShell.Footer>
      )}
      <Drawer
        opened={open}
        onClose={drawer.close}
        size={280}
        title={t('menu')}
        closeButtonProps={{ 'aria-label': t('closeMenu') }}
        classNames={{ content: classes.sidebar, header: classes.sidebar }}
      >
        <Sidebar compact />
      </Drawer>
    </AppShell>
  );
}

function Page() {
  const { member } = useSignedIn();
  const { pathname } = useLocation();
  return (
    <Box className={classes.page}>{mayOpen(member, pathname) ? <Outlet /> : <NotForYou />}</Box>
  );
}

function PhoneHeader() {
  const { t } = useTranslation('shell');
  return (
    <AppShell.Header className={classes.header}>
      <Group h="100%" px="md" justify="space-between" wrap="nowrap">
        <UnstyledButton component={Link} to="/" aria-label={t('toHome')} className={classes.brand}>
          <LaurelMark size={30} />
          <span>Laurel</span>
        </UnstyledButton>
        <AccountMenu compact />
      </Group>
    </AppShell.Header>
  );
}

export function PageLoader() {
  return (
    <Center mih="60vh" role="status">
      <Loader type="dots" />
    </Center>
  );
}

/** After a navigation the keyboard and the screen reader go on at the new page, not at the old link. */
function useFocusOnNavigation(onNavigate: () => void) {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    onNavigate();
    main.current?.focus({ preventScroll: true });
  }, [pathname, onNavigate]);
  return main;
}
