import { createHmac } from 'node:crypto';
import { z } from 'zod';

const flag = z.enum(['on', 'off']).transform((value) => value === 'on');

const schema = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .default('postgres://laurel@127.0.0.1:5543/laurel'),
  REDIS_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  SURVEY_KEY: z.string().min(32).optional(),
  SURVEY_KEY_FILE: z.string().default('.laurel/survey-key'),
  SMTP_TIMEOUT_MS: z.coerce.number().int().default(20_000),
  MAIL_CONCURRENCY: z.coerce.number().int().min(1).default(1),
  MAIL_FROM: z.string().default('Laurel <laurel@localhost>'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().default(4000),
  PUBLIC_URL: z.string().optional(),
  NODE_ENV: z.string().default('production'),
  SIGN_UP: flag.default(true),
  LOG_LEVEL: z.string().default('info'),
  TRUST_PROXY: flag.default(false),
  DATABASE_POOL: z.coerce.number().int().default(10),
  JOB_CONCURRENCY: z.coerce.number().int().default(4),
  JOB_LOCK_MS: z.coerce.number().int().default(15_000),
  NOTE_KEY: z.string().optional(),
  NOTE_KEY_FILE: z.string().default('.laurel/note-key'),
  RECONCILE_MS: z.coerce.number().int().default(5_000),
  BADGE_DELAY_MS: z.coerce.number().int().min(0).default(2_000),
});

const given = read(process.env);

/** Every setting that comes from outside; the only place that reads the process environment. */
export const environment = {
  databaseUrl: given.DATABASE_URL,
  appDatabaseUrl: asAppRole(given.DATABASE_URL),
  redisUrl: given.REDIS_URL || undefined,
  smtpUrl: given.SMTP_URL || undefined,
  smtpTimeoutMs: given.SMTP_TIMEOUT_MS,
  mailConcurrency: given.MAIL_CONCURRENCY,
  mailFrom: given.MAIL_FROM,
  surveyKey: given.SURVEY_KEY,
  surveyKeyFile: given.SURVEY_KEY_FILE,
  host: given.HOST,
  port: given.PORT,
  publicUrl: given.PUBLIC_URL ?? `http://${given.HOST}:${given.PORT}`,
  production: given.NODE_ENV === 'production',
  signUp: given.SIGN_UP,
  logLevel: given.LOG_LEVEL,
  trustProxy: given.TRUST_PROXY,
  databasePool: given.DATABASE_POOL,
  jobConcurrency: given.JOB_CONCURRENCY,
  jobLockMs: given.JOB_LOCK_MS,
  noteKey: given.NOTE_KEY || undefined,
  noteKeyFile: given.NOTE_KEY_FILE,
  reconcileMs: given.RECONCILE_MS,
  badgeDelayMs: given.BADGE_DELAY_MS,
} as const;

/** Ends the process when a setting cannot be used: a server that guesses is worse than none. */
function read(variables: NodeJS.ProcessEnv): z.infer<typeof schema> {
  const { data, error } = schema.safeParse(variables);
  if (data) return data;
  process.stderr.write(`Laurel cannot start with these settings:\n${z.prettifyError(error)}\n`);
  process.exit(1);
}

/** The app's own login: its password is derived from the owner's, so that nothing more has to be kept. */
export function appRolePassword(databaseUrl: string): string {
  const { username, password } = new URL(databaseUrl);
  return createHmac('sha256', password || username)
    .update('laurel app role')
    .digest('hex');
}

function asAppRole(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.password = appRolePassword(databaseUrl);
  url.username = 'laurel_app';
  return url.href;
}
