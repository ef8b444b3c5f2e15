import { currentActor, Problem, ProblemFilter } from '@laurel/shared';
import { Controller, Get, Query, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CommissionFile } from './commission-file.service.js';

/** Files for payroll and finance, as plain HTTP downloads. */
@Controller('exports')
@UseFilters(ProblemFilter)
export class ExportController {
  constructor(private readonly commissionFile: CommissionFile) {}

  /** The commission report of a period: all lines of pay the reader may see. */
  @Get('commission.csv')
  async commission(@Query('period') period = '', @Res() reply: FastifyReply): Promise<void> {
    assertMayReadPay();
    const file = await this.commissionFile.of(period);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="commission-${period}.csv"`)
      .header('cache-control', 'no-store')
      .send(file);
  }
}

/** The permission table guards GraphQL; here the sender's token is looked at by hand. */
function assertMayReadPay(): void {
  const { scopes } = currentActor();
  if (scopes && !scopes.includes('pay'))
    throw new Problem('TOKEN_SCOPE', 'This token needs the scope “pay”.', { needs: 'pay' });
}
