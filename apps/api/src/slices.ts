import { BadgeModule } from '@laurel/badge';
import { CommissionModule } from '@laurel/commission';
import { CreditModule } from '@laurel/credit';
import { DealModule } from '@laurel/deal';
import { ExportModule } from '@laurel/export';
import { GoalModule } from '@laurel/goal';
import { OneOnOneModule } from '@laurel/one-on-one';
import { PeopleModule } from '@laurel/people';
import { SharedModule } from '@laurel/shared';
import { StandingModule } from '@laurel/standing';
import { StatementModule } from '@laurel/statement';
import { SurveyModule } from '@laurel/survey';

/** The slices in the order of the data path. */
export const slices = [
  SharedModule,
  PeopleModule,
  DealModule,
  CreditModule,
  GoalModule,
  CommissionModule,
  StatementModule,
  ExportModule,
  StandingModule,
  BadgeModule,
  SurveyModule,
  OneOnOneModule,
];
