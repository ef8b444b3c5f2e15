import { Problem, ProblemFilter, currentActor } from '@laurel/shared';
import { Controller, Get, Query, Res, UseFilters } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import { reportHeader, reportRow, type ToldFigure } from './core/index.js';
import type { SurveyCell, SurveyReport } from './survey-report.js';
import { SurveyReports } from './survey-report.service.js';

/** Results as files: the very figures that the reader sees on the page, and no others. */
@Controller('exports')
@UseFilters(ProblemFilter)
export class SurveyFileController {
  constructor(private readonly reports: SurveyReports) {}

  @Get('survey.csv')
  async survey(@Query('wave') waveId = '', @Res() reply: FastifyReply): Promise<void> {
    if (currentActor().scopes)
      throw new Problem('TOKEN_SCOPE', 'No token may read results of surveys; sign in instead.');
    const report = await this.reports.report(waveId);
    const rows = report.cells.map((cell) => reportRow(told(report, cell)));
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="survey-${report.wave.opensOn}.csv"`)
      .header('cache-control', 'no-store')
      .send(stringify([[...reportHeader], ...rows], { bom: true }));
  }
}

function told({ groups }: SurveyReport, cell: SurveyCell): ToldFigure {
  const group = groups.find(({ id }) => id === cell.groupId)!;
  const kind = cell.item.split(':')[0]!;
  return {
    ...cell,
    group: group.name,
    dimension: group.dimension,
    item: cell.question?.text[currentActor().locale === 'de' ? 'de' : 'en'] ?? cell.driver ?? kind,
    kind: cell.question?.kind ?? kind,
  };
}
