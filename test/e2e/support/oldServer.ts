import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";

/** A server that speaks just enough of the protocol to say that it is PostgreSQL 13, of which npm has no binaries. */
export async function startOldServer(): Promise<{ readonly port: number; stop(): void }> {
  const server: Server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", int32(0)), parameter("server_version", "13.23"), ready]));
      socket.on("data", (data) => answer(socket, data));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("no port");
  return { port: address.port, stop: () => server.close() };
}

/** Whatever is asked, the answer is the version. */
function answer(socket: Socket, data: Buffer): void {
  if (data.toString("latin1", 0, 1) === "X") return void socket.end();
  socket.write(Buffer.concat([row("version", "130023"), message("C", text("SELECT 1")), ready]));
}

function row(column: string, value: string): Buffer {
  // One column of type text: name, table, attribute, type, length, modifier, format.
  const description = Buffer.concat([
    int16(1),
    text(column),
    int32(0),
    int16(0),
    int32(25),
    int16(-1),
    int32(-1),
    int16(0),
  ]);
  const values = Buffer.concat([int16(1), int32(Buffer.byteLength(value)), Buffer.from(value)]);
  return Buffer.concat([message("T", description), message("D", values)]);
}

function parameter(name: string, value: string): Buffer {
  return message("S", Buffer.concat([text(name), text(value)]));
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
}

function int16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeInt16BE(value);
  return buffer;
}

const ready = message("Z", Buffer.from("I"));
