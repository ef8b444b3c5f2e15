import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../harness/database.js';

describe('settings that cannot be used', () => {
  it.each(['api', 'worker'])('end the %s with their names and reasons, and no stack', (app) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [path.join(root, 'apps', app, 'dist/main.js')],
      {
        env: { ...process.env, PORT: 'harbour', SIGN_UP: 'maybe', DATABASE_URL: 'laurel' },
        encoding: 'utf8',
      },
    );
    expect(status).toBe(1);
    for (const name of ['PORT', 'SIGN_UP', 'DATABASE_URL']) expect(stderr).toContain(`at ${name}`);
    expect(stderr).not.toMatch(/\.js:\d+/);
  });
});
