import { parseArgs } from 'node:util';
import fs from 'node:fs';
import path from 'node:path';
import { build, ensureInstalled, root } from './install.mjs';

const help = `Laurel: explained pay, live standings, and teams that are heard.

  npm start                     install, build, and run everything; Ctrl-C stops it
  npm start -- --port 8080      listen on another port (default 4000, or PORT)
  npm start -- --data DIR       keep the database in another folder (default .pgdata)
  npm start -- --no-demo        start without the demo organisation
  npm start -- --help           this text

Settings, from the environment or a file named .env:
  DATABASE_URL   use this PostgreSQL (15 or newer) instead of starting one
  REDIS_URL      carry jobs and live updates on Redis
  SMTP_URL       send mails, such as invitations; without it the admin gets the link
  PUBLIC_URL     the address people use, for links in mails
  HOST, PORT     where to listen (127.0.0.1 and 4000)
  SIGN_UP        on or off: may visitors create organisations (on)`;

const { values: options } = parseArgs({
  options: {
    port: { type: 'string' },
    data: { type: 'string' },
    'no-demo': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (options.help) {
  console.log(help);
  process.exit(0);
}

process.chdir(root);
if (fs.existsSync('.env')) process.loadEnvFile(path.join(root, '.env'));
if (options.port) process.env.PORT = options.port;

ensureInstalled();
build();
const { Stack } = await import('./stack.mjs');
await new Stack({ dataFolder: options.data, demo: !options['no-demo'] }).run();
