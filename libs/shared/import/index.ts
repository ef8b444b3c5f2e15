import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { FastifyInstance } from 'fastify';
import { CheckService } from './check.service.js';
import { ImportChecks } from './import-checks.js';
import { ImportController } from './import.controller.js';
import { Import, ImportRejection } from './import.entity.js';
import { ImportFile } from './import.file.js';
import { ImportJobs } from './import.jobs.js';
import { ImportKinds } from './import.kind.js';
import { ImportResolver } from './import.resolver.js';
import { ImportService } from './import.service.js';
import { References } from './reference.service.js';
import { RejectionFile } from './rejection.file.js';
import { RunService } from './run.service.js';
import { UploadService } from './upload.service.js';

/** Files on their way in; slices register what they can import with `ImportKinds`. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Import, ImportRejection])],
  controllers: [ImportController],
  providers: [
    CheckService,
    ImportChecks,
    ImportFile,
    ImportJobs,
    ImportKinds,
    ImportResolver,
    ImportService,
    References,
    RejectionFile,
    RunService,
    UploadService,
  ],
  exports: [ImportJobs, ImportKinds, References],
})
export class ImportModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** Uploads are read as a stream; the worker has no HTTP server to tell that. */
  onModuleInit(): void {
    const { httpAdapter } = this.host;
    if (httpAdapter?.getType() !== 'fastify') return;
    const server = httpAdapter.getInstance<FastifyInstance>();
    server.addContentTypeParser('application/octet-stream', (_request, payload, done) =>
      done(null, payload),
    );
  }
}

export { Import } from './import.entity.js';
export { ImportJobs } from './import.jobs.js';
export {
  ImportKinds,
  type ImportContext,
  type ImportKind,
  type RowChange,
  savedRows,
  type SavedRows,
} from './import.kind.js';
export { References, type ReferenceKind, type Referents } from './reference.service.js';
export { organizationCurrency } from './organization.js';
export { createdRows, refuseChangedSince, restoreRows } from './undo.js';
