import { Anchor, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSignedIn } from '../session/session.js';
import { Loaded, PageHeader, PeriodPicker, usePeriodChoice } from '../ui/index.js';
import { StatementView } from './statement-view.js';

/** What I earn, and why. */
export function PayPage() {
  const { t } = useTranslation('pay');
  const { member } = useSignedIn();
  const choice = usePeriodChoice();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <Group gap="md">
          <Anchor component={Link} to="/ledger">
            {t('ledger')}
          </Anchor>
          <PeriodPicker choice={choice} />
        </Group>
      </PageHeader>
      <Loaded of={choice.query}>
        {() =>
          choice.period && (
            <StatementView key={choice.period} memberId={member.id} period={choice.period} />
          )
        }
      </Loaded>
    </>
  );
}
