import type { Readable } from 'node:stream';
import { Controller, Get, Headers, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Act, AuditTrail } from '../audit/index.js';
import { currentActor, maybeActor } from '../server/actor.js';
import { Problem } from '../server/problem.js';
import { ProblemFilter } from '../server/problem.filter.js';
import { scopeOf } from '../server/permission.js';
import { ImportService } from './import.service.js';
import { RejectionFile } from './rejection.file.js';
import { UploadService, largestFile, tooLarge } from './upload.service.js';

/** Files in and error files out, as plain HTTP streams. */
@Controller()
@UseFilters(ProblemFilter)
export class ImportController {
  constructor(
    private readonly uploads: UploadService,
    private readonly imports: ImportService,
    private readonly rejectionFile: RejectionFile,
    private readonly trail: AuditTrail,
  ) {}

  /** The body is the file itself. A form of another site cannot send the header. */
  @Post('files')
  async upload(
    @Req() request: FastifyRequest,
    @Headers('x-laurel') ours: string | undefined,
    @Headers('content-length') length: string | undefined,
    @Query('kind') kind = '',
    @Query('name') name = 'file.csv',
  ): Promise<{ importId: string }> {
    const act = new Act('uploadFile', request.id, [], maybeActor());
    return this.trail.perform(act, async () => {
      assertMayUse('write');
      if (!ours)
        throw new Problem('HEADER_MISSING', 'Send the header x-laurel: 1 with every upload.');
      if (Number(length ?? 0) > largestFile) throw tooLarge();
      return { importId: await this.uploads.receive(kind, name, request.body as Readable) };
    });
  }

  @Get('imports/:id/rejections.csv')
  async rejections(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    assertMayUse('read');
    scopeOf('Query.importRejections');
    const found = await this.imports.find(id);
    if (!found) throw new Problem('NOT_FOUND', 'There is no such import.', { id });
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="rejected-rows.csv"`)
      .send(this.rejectionFile.of(id));
  }
}

/** The permission table guards GraphQL; here the sender's token is looked at by hand. */
function assertMayUse(scope: 'read' | 'write'): void {
  const { scopes } = currentActor();
  if (scopes && !scopes.includes(scope))
    throw new Problem('TOKEN_SCOPE', `This token needs the scope “${scope}”.`, { needs: scope });
}
