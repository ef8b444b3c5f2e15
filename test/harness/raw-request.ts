import net from 'node:net';

type RawRequest = {
  path: string;
  headers: Record<string, string>;
  byteCount: number;
  /** Otherwise the body goes out in chunks, and nobody knows its length before its end. */
  lengthTold: boolean;
};
type RawAnswer = { status: number; body: string };

const piece = Buffer.alloc(65_536, 'x');
const lineEnd = '\r\n';

/**
 * Sends a body to its last byte, whatever is answered meanwhile, as many clients do, and only then
 * reads. Rejects when the connection is reset. `byteCount` is a multiple of 64 kB.
 */
export function sendWhole(origin: string, request: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  const socket = net.connect(Number(port), hostname);
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('error', reject);
    socket.on('data', (part) => {
      text += String(part);
      if (text.includes(lineEnd + lineEnd)) socket.end(() => resolve(readAnswer(text)));
    });
    socket.pause();
    socket.write(headOf(request, hostname));
    void sendBody(socket, request).then(() => socket.resume(), reject);
  });
}

function headOf({ path, headers, byteCount, lengthTold }: RawRequest, host: string): string {
  const length = lengthTold ? { 'content-length': byteCount } : { 'transfer-encoding': 'chunked' };
  const lines = Object.entries({ host, ...headers, ...length }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`POST ${path} HTTP/1.1`, ...lines, '', ''].join(lineEnd);
}

async function sendBody(socket: net.Socket, { byteCount, lengthTold }: RawRequest): Promise<void> {
  const [before, after, last] = lengthTold
    ? ['', '', '']
    : [piece.length.toString(16) + lineEnd, lineEnd, `0${lineEnd}${lineEnd}`];
  for (let left = byteCount; left > 0; left -= piece.length)
    await written(socket, Buffer.concat([Buffer.from(before), piece, Buffer.from(after)]));
  await written(socket, Buffer.from(last));
}

const written = (socket: net.Socket, bytes: Buffer) =>
  new Promise<void>((resolve, reject) =>
    socket.write(bytes, (error) => (error ? reject(error) : resolve())),
  );

function readAnswer(text: string): RawAnswer {
  const [head, body = ''] = text.split(lineEnd + lineEnd);
  return { status: Number(head!.split(' ')[1]), body };
}
