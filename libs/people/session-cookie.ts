import type { CookieSerializeOptions } from '@fastify/cookie';
import { environment, type RequestContext } from '@laurel/shared';
import { sessionDays } from './session.service.js';

/** Name of the cookie that holds a signed-in browser's secret. */
export const sessionCookie = 'laurel_session';

const options: CookieSerializeOptions = {
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: environment.publicUrl.startsWith('https:'),
};

export function setSessionCookie({ reply }: RequestContext, token: string): void {
  reply?.setCookie(sessionCookie, token, { ...options, maxAge: sessionDays * 24 * 60 * 60 });
}

export function clearSessionCookie({ reply }: RequestContext): void {
  reply?.clearCookie(sessionCookie, options);
}
