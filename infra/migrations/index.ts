import { Foundation1795000000001 } from './1-foundation.js';
import { Earning1795000000002 } from './2-earning.js';
import { Period1795000000003 } from './3-period.js';
import { ExchangeRate1795000000004 } from './4-exchange-rate.js';
import { DealSplit1795000000005 } from './5-deal-split.js';
import { Audit1795000000006 } from './6-audit.js';
import { DealFact1795000000007 } from './7-deal-fact.js';
import { Score1795000000008 } from './8-score.js';
import { CreditingRule1795000000010 } from './10-crediting-rule.js';
import { Balance1795000000012 } from './12-balance.js';
import { LateChange1795000000013 } from './13-late-change.js';
import { PlanInPeriod1795000000016 } from './16-plan-in-period.js';
import { LateChangeOrigin1795000000017 } from './17-late-change.js';
import { StatementVersion1795000000020 } from './20-statement-version.js';
import { Survey1795000000029 } from './29-survey.js';
import { OneOnOne1795000000032 } from './32-one-on-one.js';
import { OneOnOneAgenda1795000000033 } from './33-one-on-one-agenda.js';
import { SurveyPool1795000000035 } from './35-survey-pool.js';
import { MailFailure1795000000036 } from './36-mail-failure.js';
import { TenantOnce1795000000037 } from './37-tenant-once.js';
import { PeriodsTogether1795000000038 } from './38-periods-together.js';
import { PlanRule1795000000040 } from './40-plan-rule.js';
import { TargetPay1795000000044 } from './44-target-pay.js';
import { OneOnOneRhythm1795000000046 } from './46-one-on-one-rhythm.js';
import { OneOnOneTrust1795000000047 } from './47-one-on-one-trust.js';
import { MovedPlace1795000000048 } from './48-moved-place.js';
import { PayoutRate1795000000051 } from './51-payout-rate.js';
import { DerivedRow1795000000052 } from './52-derived-row.js';
import { EarningLines1795000000053 } from './53-earning-lines.js';
import { CreditDate1795000000060 } from './60-credit-date.js';
import { PlaceOnRead1795000000061 } from './61-place-on-read.js';
import { LatePayment1795000000065 } from './65-late-payment.js';
import { LinesDigest1795000000070 } from './70-lines-digest.js';
import { BoardBesidePay1795000000071 } from './71-board-beside-pay.js';
import { CreditMonth1795000000072 } from './72-credit-month.js';
import { CorrectionMoment1795000000073 } from './73-correction-moment.js';
import { CreditMonthStatistics1795000000074 } from './74-credit-month-statistics.js';

/** In the order in which they run; a new migration is one more file and one more entry. */
export const migrations = [
  Foundation1795000000001,
  Earning1795000000002,
  Period1795000000003,
  ExchangeRate1795000000004,
  DealSplit1795000000005,
  Audit1795000000006,
  DealFact1795000000007,
  Score1795000000008,
  CreditingRule1795000000010,
  Balance1795000000012,
  LateChange1795000000013,
  PlanInPeriod1795000000016,
  LateChangeOrigin1795000000017,
  StatementVersion1795000000020,
  Survey1795000000029,
  OneOnOne1795000000032,
  OneOnOneAgenda1795000000033,
  SurveyPool1795000000035,
  MailFailure1795000000036,
  TenantOnce1795000000037,
  PeriodsTogether1795000000038,
  PlanRule1795000000040,
  TargetPay1795000000044,
  OneOnOneRhythm1795000000046,
  OneOnOneTrust1795000000047,
  MovedPlace1795000000048,
  PayoutRate1795000000051,
  DerivedRow1795000000052,
  EarningLines1795000000053,
  CreditDate1795000000060,
  PlaceOnRead1795000000061,
  LatePayment1795000000065,
  LinesDigest1795000000070,
  BoardBesidePay1795000000071,
  CreditMonth1795000000072,
  CorrectionMoment1795000000073,
  CreditMonthStatistics1795000000074,
];
