import { BadgeJobs } from '@laurel/badge';
import { CommissionJobs } from '@laurel/commission';
import { CreditJobs } from '@laurel/credit';
import { OneOnOneJobs } from '@laurel/one-on-one';
import { PeopleJobs } from '@laurel/people';
import { ImportJobs, type Handlers } from '@laurel/shared';
import { StandingJobs } from '@laurel/standing';
import { StatementJobs } from '@laurel/statement';
import { SurveyJobs } from '@laurel/survey';
import type { INestApplicationContext } from '@nestjs/common';

/** Job → handler; a job without one does not compile. */
export function collectHandlers(app: INestApplicationContext): Handlers {
  return {
    ...app.get(PeopleJobs).handlers,
    ...app.get(ImportJobs).handlers,
    ...app.get(CreditJobs).handlers,
    ...app.get(CommissionJobs).handlers,
    ...app.get(StatementJobs).handlers,
    ...app.get(StandingJobs).handlers,
    ...app.get(BadgeJobs).handlers,
    ...app.get(SurveyJobs).handlers,
    ...app.get(OneOnOneJobs).handlers,
  };
}
