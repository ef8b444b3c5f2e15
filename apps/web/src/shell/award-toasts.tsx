import { notifications } from '@mantine/notifications';
import { IconLaurelWreath } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSubscription } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useSignedIn } from '../session/session.js';
import { wordsIn } from '../ui/localized.js';

const Awarded = graphql(`
  subscription Awarded {
    awarded {
      id
      revokedAt
      badge {
        code
        title
      }
      member {
        id
        name
      }
    }
  }
`);

type Signal = ResultOf<typeof Awarded>;

/** Tells when a badge is won, by the reader or a colleague, in gold and without noise. */
export function AwardToasts() {
  const { t, i18n } = useTranslation(['shell', 'action']);
  const { member } = useSignedIn();
  const celebrate = ({ awarded }: Signal) => {
    const mine = awarded.member.id === member.id;
    notifications.show({
      color: 'gold',
      icon: <IconLaurelWreath size={22} />,
      title: t(mine ? 'award.mine' : 'award.theirs', { name: awarded.member.name }),
      message: wordsIn(awarded.badge.title, i18n.language),
      closeButtonProps: { 'aria-label': t('action:close') },
      autoClose: mine ? 12_000 : 6_000,
    });
  };
  useSubscription<Signal, Signal>({ query: Awarded }, (_, signal) => {
    if (!signal.awarded.revokedAt) celebrate(signal);
    return signal;
  });
  return null;
}
