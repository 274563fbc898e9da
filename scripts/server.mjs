// The web process: Next behind the wall. Started by start.mjs and test.mjs, which stay its parents.
import http from "node:http";
import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import next from "next";
import { precompressedFiles, sendPrecompressed } from "./precompressed.mjs";
import { readSettings } from "./settings.mjs";
import {
  REQUEST_TIMEOUT,
  cleanHeaders,
  contentSecurityPolicy,
  describeSite,
  objectionTo,
  securityHeaders,
} from "./server-wall.mjs";

const FINISH_WITHIN = 10_000;

const { host, port, appUrl } = readSettings();
const dev = process.env.NODE_ENV !== "production";
const site = describeSite(appUrl, { dev, trustProxy: process.env.TRUST_PROXY === "1" });

const upgrades = new EventEmitter();
const app = next({ dev, hostname: host, port, httpServer: upgrades });
const handle = app.getRequestHandler();

const compressed = dev ? new Map() : precompressedFiles();

/** Open streams of events, which end when their subject does, and not for a stop. */
const streams = new Set();

function answer(response, { status, message, location }) {
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    Connection: "close", // a body that was refused is not read
    ...(location ? { Location: location } : {}),
  });
  response.end(`${message}\n`);
}

async function receive(request, response) {
  if (request.headers.host === site.host && sendPrecompressed(request, response, compressed)) return;
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"), site);
  response.setHeaders(new Map(Object.entries(securityHeaders(policy, request.url, site))));
  const objection = objectionTo(request, site);
  if (objection) return answer(response, objection);
  cleanHeaders(request.headers, request.socket.remoteAddress, site);
  // Next looks here for the nonce that it puts on its own scripts.
  request.headers["content-security-policy"] = policy;
  if (request.headers.accept === "text/event-stream") {
    streams.add(response);
    response.once("close", () => streams.delete(response));
  }
  await handle(request, response);
}

const server = http.createServer({ requestTimeout: REQUEST_TIMEOUT }, (request, response) => {
  receive(request, response).catch((error) => {
    console.error(error);
    if (!response.headersSent)
      answer(response, { status: 500, message: "Something went wrong on our side." });
    else response.destroy();
  });
});

/** Next's own listener takes any upgrade; only hot reload needs one, and only from our own pages. */
if (dev) {
  server.on("upgrade", (request, socket, head) => {
    const isOurs = request.headers.host === site.host && request.headers.origin === site.origin;
    if (isOurs) upgrades.emit("upgrade", request, socket, head);
    else socket.destroy();
  });
}

let stopping = false;

/** No new requests; those that run may finish, for a while. */
function stop() {
  if (stopping) return;
  stopping = true;
  for (const stream of streams) stream.destroy();
  const closeIdle = setInterval(() => server.closeIdleConnections(), 100);
  setTimeout(() => server.closeAllConnections(), dev ? 0 : FINISH_WITHIN).unref();
  server.close(async () => {
    clearInterval(closeIdle);
    await app.close();
    process.exit(0);
  });
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
process.on("disconnect", stop); // the parent was killed: do not hold the port and the database any longer

await app.prepare();
server.on("error", (error) => {
  console.error(`CapeDesk cannot listen on ${host}:${port} (${error.code}).`);
  process.exit(1);
});
server.listen(port, host, () => process.send?.("ready"));
