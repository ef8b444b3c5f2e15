import { UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { UnreadPay } from '../pay/unread.js';
import { useSignedIn } from '../session/session.js';
import { destinations, navigationOf } from './navigation.js';
import classes from './shell.module.css';

const placesOnBar = 4;

/** The phone's navigation: the four most used places, the rest behind "More". */
export function BottomBar({ onMore }: { onMore: () => void }) {
  const { t } = useTranslation('shell');
  const { member } = useSignedIn();
  return (
    <nav aria-label={t('navigation')}>
      <ul className={classes.barList}>
        {navigationOf(member)
          .slice(0, placesOnBar)
          .map((name) => {
            const { path, icon: Icon } = destinations[name];
            return (
              <li key={name}>
                <NavLink to={path} end={path === '/'} className={classes.barEntry!}>
                  <Icon size={22} stroke={1.7} aria-hidden />
                  <span>
                    {t(`nav.${name}`)}
                    {name === 'pay' && <UnreadPay memberId={member.id} />}
                  </span>
                </NavLink>
              </li>
            );
          })}
        <li>
          <UnstyledButton className={classes.barEntry} onClick={onMore} aria-haspopup="dialog">
            <IconDots size={22} stroke={1.7} aria-hidden />
            <span>{t('more')}</span>
          </UnstyledButton>
        </li>
      </ul>
    </nav>
  );
}
