import { useTranslation } from 'react-i18next';
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
        <PeriodPicker choice={choice} />
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
