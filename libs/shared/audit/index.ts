export { Act, actsAs, aside } from './act.js';
export { AuditEntry } from './audit.entity.js';
export { AuditModule } from './audit.module.js';
export { AuditTrail } from './audit-trail.service.js';
export { namedIn } from './core/index.js';
export { recordWork } from './row.js';
