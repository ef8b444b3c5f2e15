import { spawnSync } from 'node:child_process';

const find = (names) => names.map((name) => which(name)).find(Boolean);

function which(name) {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

const findChromium = () =>
  process.env.CHROMIUM ?? find(['chromium', 'chromium-browser', 'google-chrome']);
const findRedis = () => find(['redis-server']);

/** Finds the browser and the Redis server that tests need; installs them by apt where that is allowed. */
export function installPrograms({ log }) {
  if (!(findChromium() && findRedis())) installByApt();
  const chromium = findChromium();
  const redis = findRedis();
  if (!chromium) log('browser tests: no chromium here, and apt may not install it.');
  if (!redis) log('tests on Redis: no redis-server here, and apt may not install it.');
  return { chromium, redis };
}

function installByApt() {
  if (process.getuid?.() !== 0 || !which('apt-get')) return;
  console.log('Installing chromium and redis-server by apt (once) ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'redis-server'],
  ])
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
}
