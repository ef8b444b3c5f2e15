import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Problem } from './problem.js';

const statuses: Readonly<Record<string, number>> = {
  SIGN_IN_REQUIRED: 401,
  FORBIDDEN: 403,
  TOKEN_SCOPE: 403,
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
};

/** Answers expected refusals of plain HTTP routes with their code and message. */
@Catch(Problem)
export class ProblemFilter implements ExceptionFilter<Problem> {
  catch({ code, message, extensions }: Problem, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.status(statuses[code] ?? 400).send({ ...extensions, code, message });
  }
}
