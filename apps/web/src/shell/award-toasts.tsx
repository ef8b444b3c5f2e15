import { notifications } from '@mantine/notifications';
import { IconLaurelWreath } from '@tabler/icons-react';
import { useRef } from 'react';
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

/** The one message that stands for all colleagues' badges won while it is shown. */
const colleagues = 'colleagues-awards';

/** Tells when a badge is won, by the reader or a colleague, in gold and without noise. */
export function AwardToasts() {
  const { t, i18n } = useTranslation(['shell', 'action']);
  const { member } = useSignedIn();
  const names = useRef(new Set<string>());
  const gold = {
    color: 'gold',
    icon: <IconLaurelWreath size={22} />,
    closeButtonProps: { 'aria-label': t('action:close') },
  };
  const celebrate = (badge: string) =>
    notifications.show({ ...gold, title: t('award.mine'), message: badge, autoClose: 12_000 });
  const tell = (name: string, badge: string) => {
    const first = names.current.size === 0;
    const others = names.current.add(name).size - 1;
    notifications[first ? 'show' : 'update']({
      ...gold,
      id: colleagues,
      title: t(others ? 'award.several' : 'award.theirs', { name, count: others }),
      message: badge,
      autoClose: 6_000,
      onClose: () => names.current.clear(),
    });
  };
  useSubscription<Signal, Signal>({ query: Awarded }, (_, signal) => {
    const { revokedAt, badge, member: winner } = signal.awarded;
    const title = wordsIn(badge.title, i18n.language);
    if (!revokedAt) {
      if (winner.id === member.id) celebrate(title);
      else tell(winner.name, title);
    }
    return signal;
  });
  return null;
}
