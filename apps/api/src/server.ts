import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import statics from '@fastify/static';
import { environment, runAs } from '@laurel/shared';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import { Authentication } from './authentication.js';

const webFolder = path.resolve(import.meta.dirname, '../../web/dist');
const largestBody = 1_048_576;
/** Long enough for the largest file over a slow line. */
const longestRequestMs = 600_000;

/** The whole server: GraphQL, files, and the web client, on one port. */
export async function createServer(): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: largestBody,
    requestTimeout: longestRequestMs,
    trustProxy: environment.trustProxy,
    genReqId: () => randomUUID(),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, {
    logger: ['error', 'warn'],
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  await server.register(cookie);
  await server.register(helmet, { contentSecurityPolicy: { directives: contentPolicy } });
  hearOut(server);
  tellNumber(server);
  actAsSender(server, app.get(Authentication));
  if (fs.existsSync(webFolder)) await serveWeb(server);
  app.enableShutdownHooks();
  return app;
}

const contentPolicy = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'", 'ws:', 'wss:'],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

/**
 * Reads a body that is too large to its end, but keeps none of it: closing at once resets the connection,
 * and its sender would never read why.
 */
function hearOut(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (reply.statusCode === 413) {
      reply.removeHeader('connection');
      request.raw.resume();
    }
    done();
  });
}

/** Each answer names its request as the audit trail does. */
function tellNumber(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
}

/** Uploads and downloads run as the person who sends them; GraphQL looks the sender up itself. */
function actAsSender(server: FastifyInstance, authentication: Authentication): void {
  server.addHook('preHandler', async (request) => {
    request.actor = needsSender(request.url) ? await authentication.actorOf(request) : undefined;
  });
  server.addHook('preHandler', (request, _reply, done) => runAs(request.actor, done));
}

const needsSender = (url: string) => /^\/(files|imports|exports)\b/.test(url);

/** The web client's files; any other path is a page of it. */
async function serveWeb(server: FastifyInstance): Promise<void> {
  await server.register(statics, { root: webFolder, serve: false, preCompressed: false });
  server.get('/*', (request, reply) => {
    const asset = path.posix.normalize(request.url.split('?')[0] ?? '/').slice(1);
    if (asset.startsWith('assets/'))
      return reply.sendFile(asset, { maxAge: '365d', immutable: true });
    if (/\.[a-z0-9]+$/i.test(asset)) return reply.sendFile(asset);
    return reply
      .header('cache-control', 'no-cache')
      .sendFile('index.html', { cacheControl: false });
  });
}
