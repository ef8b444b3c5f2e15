import pino from 'pino';
import { environment } from './environment.js';

/** Structured log lines; secrets and pay are never passed to it, and known secret keys are cut as a second wall. */
export const logger = pino({
  level: environment.logLevel,
  base: undefined,
  redact: [
    'password',
    '*.password',
    'token',
    '*.token',
    'secret',
    '*.secret',
    '*.cookie',
    '*.authorization',
  ],
});
