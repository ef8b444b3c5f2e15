import { Problem, ProblemFilter } from '@laurel/shared';
import { Controller, Get, Param, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Calendars } from './calendar.service.js';

/** The calendar that programs follow: they know a secret address, and nothing of signing in. */
@Controller()
@UseFilters(ProblemFilter)
export class CalendarController {
  constructor(private readonly calendars: Calendars) {}

  @Get('calendar/:file')
  async read(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const text = await this.calendars.behind(file.replace(/\.ics$/, ''));
    if (text === undefined)
      throw new Problem('NOT_FOUND', 'This calendar was ended or renewed. Ask its owner.');
    await reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .send(text);
  }
}
