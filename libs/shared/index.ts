export { Act, AuditEntry, AuditTrail, actsAs, aside, namedIn, recordWork } from './audit/index.js';
export { ExchangeRates } from './exchange-rate/index.js';
export * from './import/index.js';
export { currentActor, maybeActor, runAs, systemActor, type Actor } from './server/actor.js';
export {
  DayField,
  DecimalField,
  IdField,
  InstantField,
  MoneyField,
  OrganizationKey,
} from './server/columns.js';
export type { RequestContext } from './server/context.js';
export { dataSourceOptions } from './server/data-source.js';
export { ArrayWriter, type ElementType } from './server/array-writer.js';
export { copyOut, copyRecordsOut, type Cell } from './server/copy.js';
export { Database, afterCommit } from './server/database.js';
export { saveDifferences, tellDifferences } from './server/differences.js';
export { appRolePassword, environment } from './server/environment.js';
export {
  Jobs,
  jobKey,
  type Due,
  type Handler,
  type Handlers,
  type JobMap,
  type JobName,
  type FollowWithin,
} from './server/jobs.js';
export { Live, type LiveMap } from './server/live.js';
export { logger } from './server/logger.js';
export { once } from './server/once.js';
export { Outbox } from './server/outbox.js';
export { PageInput, pageOf, pageWindow, type Page } from './server/page.js';
export { Period, PeriodKinds, PeriodStatuses } from './server/period.entity.js';
export { PeriodChange } from './server/period-change.entity.js';
export { PeriodLocks } from './server/period-locks.js';
export { PeriodChecks, PeriodPoint, type PeriodCheck } from './server/period-checks.js';
export { PeriodResolver } from './server/period.resolver.js';
export { Periods } from './server/periods.service.js';
export {
  assertMaySee,
  forbidden,
  relationTo,
  scopeOf,
  visibleMemberIds,
  maySee,
} from './server/permission.js';
export { Problem, problemCode } from './server/problem.js';
export { ProblemFilter } from './server/problem.filter.js';
export { migrateQueue, queueConnection, queueNames } from './server/queue.js';
export { DayScalar, DecimalScalar, JsonScalar, MoneyScalar } from './server/scalars.js';
export { SharedModule } from './server/shared.module.js';
export { serverSecret } from './server/server-secret.js';
export { BatchClient } from './server/batch.js';
export { ask, planAnew, tell, unhurried } from './server/statement.js';
export { stableId } from './server/stable-id.js';
export { WaitingWork, type PeriodJob } from './server/waiting-work.service.js';
export { Work } from './server/work.js';
export { WorkResolver } from './server/work.resolver.js';
