import { existsSync } from "node:fs";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { homedir } from "node:os";
import path from "node:path";
import { settings } from "./server.ts";
import type { TestServer } from "./server.ts";

/** Whether a Docker engine answers; says no within a second where there is none. */
export async function dockerAnswers(): Promise<boolean> {
  const socket = dial();
  return socket === undefined ? false : responds(socket);
}

/** Starts a server of one major in a container; LIMBECK_TEST_IMAGE may name another image. */
export async function startContainer(major: number): Promise<TestServer> {
  // Loaded late: the package is large and most machines never need it.
  const { GenericContainer, Wait } = await import("testcontainers");
  const container = await new GenericContainer(image(major))
    .withEnvironment({ POSTGRES_HOST_AUTH_METHOD: "trust", POSTGRES_INITDB_ARGS: "--no-locale" })
    .withCommand(["postgres", ...settings.flatMap((setting) => ["-c", setting])])
    .withExposedPorts(5432)
    // The image starts a first server for its own setup, then the real one.
    .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/, 2))
    .start();
  const url = `postgres://postgres@${container.getHost()}:${container.getMappedPort(5432)}/postgres`;
  return { major, url, stop: async () => void (await container.stop()) };
}

/** `NN` in LIMBECK_TEST_IMAGE stands for the major. */
function image(major: number): string {
  const name = process.env["LIMBECK_TEST_IMAGE"] ?? "postgres:NN-alpine";
  return name.replaceAll("NN", String(major));
}

function dial(): Socket | undefined {
  const host = process.env["DOCKER_HOST"];
  if (host === undefined || host === "") {
    const file = sockets().find((candidate) => existsSync(candidate));
    return file === undefined ? undefined : connect(file);
  }
  const { protocol, pathname, hostname, port } = new URL(host);
  if (protocol === "unix:") return connect(pathname);
  return connect(Number(port === "" ? "2375" : port), hostname);
}

function sockets(): readonly string[] {
  const runtime = process.env["XDG_RUNTIME_DIR"] ?? "/run/user/none";
  const desktop = path.join(homedir(), ".docker", "run", "docker.sock");
  return ["/var/run/docker.sock", path.join(runtime, "docker.sock"), desktop];
}

async function responds(socket: Socket): Promise<boolean> {
  // An engine behind TLS never answers plain HTTP; that it accepts the connection must do.
  const sign = process.env["DOCKER_TLS_VERIFY"] === "1" ? "connect" : "data";
  return new Promise((resolve) => {
    const settle = (answer: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(settle, 1000, false);
    socket.once(sign, () => settle(true)).once("error", () => settle(false));
    socket.once("close", () => settle(false));
    socket.write("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n");
  });
}
