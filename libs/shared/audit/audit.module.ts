import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEntry } from './audit.entity.js';
import { AuditList } from './audit-list.service.js';
import { AuditResolver } from './audit.resolver.js';
import { AuditTrail } from './audit-trail.service.js';

/** Who changed what: every act leaves a row, and auditors search them. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditEntry])],
  providers: [AuditList, AuditResolver, AuditTrail],
  exports: [AuditTrail],
})
export class AuditModule {}
