import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { bucketStore, folderStore, type DocumentStore } from "./document-store";

const folder = mkdtempSync(path.join(os.tmpdir(), "capedesk-store-test-"));
const objects = new Map<string, Buffer>();
/** Authorization headers of the requests, as they came over the wire. */
const signatures: string[] = [];

/** Speaks as much S3 as the store does, and checks that the signed hash is the hash of what came. Stands for the wire only. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  const key = request.url ?? "";
  signatures.push(request.headers.authorization ?? "");
  const signed = request.headers["x-amz-content-sha256"];
  const found = createHash("sha256").update(body).digest("hex");
  if (signed !== "UNSIGNED-PAYLOAD" && signed !== found) return void response.writeHead(400).end();
  if (request.method === "PUT") objects.set(key, body);
  if (request.method === "DELETE") objects.delete(key);
  const object = objects.get(key);
  if (request.method === "GET" || request.method === "HEAD")
    return void response.writeHead(object ? 200 : 404).end(request.method === "GET" ? object : undefined);
  response.writeHead(request.method === "DELETE" ? 204 : 200).end();
}

let server: Server;
const stores = new Map<string, DocumentStore>();

beforeAll(async () => {
  server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  stores.set("a folder", folderStore(path.join(folder, "documents")));
  stores.set(
    "a bucket",
    bucketStore({
      endpoint: `http://127.0.0.1:${String(port)}/papers`,
      ...{ region: "us-east-1", accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    }),
  );
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const CONTENT = Buffer.from("%PDF-1.7 a broker's letter");
const key = {
  orgId: "0199f0a0-0000-7000-8000-000000000001",
  sha256: createHash("sha256").update(CONTENT).digest("hex"),
};

function aFile(content: Buffer): string {
  const file = path.join(folder, "incoming");
  writeFileSync(file, content);
  return file;
}

async function read(store: DocumentStore): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await store.open(key)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

describe.each(["a folder", "a bucket"])("papers in %s", (kind) => {
  const store = () => stores.get(kind)!;

  it("come back byte for byte, twice put is once there, and removed is gone", async () => {
    expect(await store().has(key)).toBe(false);
    await store().put(key, aFile(CONTENT), "application/pdf");
    await store().put(key, aFile(CONTENT), "application/pdf");
    expect(await store().has(key)).toBe(true);
    expect(await read(store())).toEqual(CONTENT);
    await store().remove(key);
    expect(await store().has(key)).toBe(false);
    await expect(read(store())).rejects.toThrow();
    await store().remove(key); // a second time is no error
  });

  it("break off when they were changed where they lie", async () => {
    await store().put(key, aFile(Buffer.from("something else")), "application/pdf");
    await expect(read(store())).rejects.toThrow(/not [0-9a-f]{64}$/);
  });

  it("are nobody else's", async () => {
    await store().put(key, aFile(CONTENT), "application/pdf");
    expect(await store().has({ ...key, orgId: "0199f0a0-0000-7000-8000-000000000002" })).toBe(false);
  });
});

it("every request to the bucket is signed with the region's key", () => {
  expect(signatures.length).toBeGreaterThan(5);
  for (const signature of signatures)
    expect(signature).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/s3\/aws4_request/);
});
