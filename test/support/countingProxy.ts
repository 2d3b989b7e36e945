import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A door to a server that counts the statements which pass through it. */
export interface CountingProxy extends AsyncDisposable {
  /** The database's URL, through the door. */
  readonly url: string;
  statements(): number;
}

/** Opens a door to the database of `url`; without TLS, as on the test servers. */
export async function countingProxy(url: string): Promise<CountingProxy> {
  const target = new URL(url);
  let count = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    countStatements(client, () => (count += 1));
    join(client, upstream);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("a TCP server has a port");
  const through = new URL(url);
  through.host = `127.0.0.1:${address.port}`;
  const close = async (): Promise<void> => void server.close();
  return { url: through.href, statements: () => count, [Symbol.asyncDispose]: close };
}

function join(client: Socket, upstream: Socket): void {
  client.pipe(upstream).pipe(client);
  for (const socket of [client, upstream]) socket.on("error", () => (client.destroy(), upstream.destroy()));
}

/** Calls `found` for each simple query (Q) and each statement that is parsed (P). */
function countStatements(client: Socket, found: () => void): void {
  let buffer = Buffer.alloc(0);
  let started = false;
  client.on("data", (chunk) => {
    buffer = Buffer.concat([buffer, Buffer.from(chunk)]);
    for (;;) {
      // The first message has no letter before its length.
      const head = started ? 1 : 0;
      if (buffer.length < head + 4) return;
      const end = head + buffer.readUInt32BE(head);
      if (buffer.length < end) return;
      if (started && (buffer[0] === 0x51 || buffer[0] === 0x50)) found();
      started = true;
      buffer = buffer.subarray(end);
    }
  });
}
