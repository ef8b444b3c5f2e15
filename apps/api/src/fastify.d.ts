import type { Actor } from '@laurel/shared';

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor | undefined;
  }
}
