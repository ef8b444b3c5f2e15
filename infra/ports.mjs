import net from 'node:net';

/** Whether nobody listens on the port of this address yet. */
export const isFree = (port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/** The first free port from the given one on; 0 asks the system for any. */
export async function freePort(from = 0) {
  if (from === 0) return anyPort();
  for (let port = from; port < from + 100; port++) if (await isFree(port)) return port;
  throw new Error(`No port is free from ${from} on.`);
}

const anyPort = () =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
