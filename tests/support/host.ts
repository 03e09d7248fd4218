import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { serveFolder } from '../../src/commands/serve.ts';

/** Answers a request in its own way, and says whether it has. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A host whose deployed build, behaviour and network a test may change while readers are there. */
export interface Host {
  origin: string;
  /** Puts another built folder in the place of the one that is served. */
  deploy: (folder: string) => void;
  /** Puts something before the host; without an argument takes it away. */
  intercept: (answer?: Answer) => void;
  /** Takes the network away, and gives it back. */
  cut: () => void;
  mend: () => void;
  close: () => void;
}

/** Serves built folders at a loopback port of its own, as `npm run preview` does. */
export async function startHost(folder: string, base = '/'): Promise<Host> {
  const open = (built: string) =>
    serveFolder(built, base).listeners('request')[0] as (request: IncomingMessage, response: ServerResponse) => void;
  let serve = open(folder);
  let before: Answer = () => false;
  let connected = true;
  const server = createServer((request, response) => {
    if (!connected) return void request.socket.destroy();
    if (!before(request, response)) serve(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deploy: (built) => void (serve = open(built)),
    intercept: (answer = () => false) => void (before = answer),
    cut: () => void (connected = false),
    mend: () => void (connected = true),
    close: () => (server.close(), server.closeAllConnections()),
  };
}

/** The bytes of a body as a host sends it that compresses well. */
export const onTheWire = (body: Buffer): number => Math.min(body.length, brotliCompressSync(body).length);
