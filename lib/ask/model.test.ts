import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";

import { findAnswers } from "./answer";
import { type ModelSettings, numberPassages, writeProse } from "./model";

type Answer = { readonly status?: number; readonly body?: string; readonly afterMs?: number };

const servers: http.Server[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server of this machine that speaks the protocol, and what it was asked. */
async function aModel({ status = 200, body = "", afterMs = 0 }: Answer) {
  const asked: { path: string | undefined; key: string | undefined; body: string }[] = [];
  const server = http.createServer((request, response) => {
    let text = "";
    request.on("data", (piece: Buffer) => (text += piece.toString()));
    request.on("end", () => {
      asked.push({ path: request.url, key: request.headers.authorization, body: text });
      setTimeout(() => {
        response.writeHead(status, { "Content-Type": "application/json" }).end(body);
      }, afterMs);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const settings: ModelSettings = {
    url: `http://127.0.0.1:${String(port)}/v1/`,
    key: "a-key",
    name: "small-model",
    seconds: 1,
  };
  return { asked, settings };
}

const saying = (content: string): Answer => ({
  body: JSON.stringify({ id: "1", choices: [{ index: 0, message: { role: "assistant", content } }] }),
});

const QUESTION = "Is ABC-1234567-6 (claim 123456789012, importer 12-3456789XX) still inside the CAPE window?";
const { answers } = findAnswers("how long is the CAPE window after liquidation");

describe("prose by the operator's model", () => {
  it("comes from the passages, with the model's name and only numbers that it was given", async () => {
    const { asked, settings } = await aModel(saying("CAPE takes it up to day 80 [1].\n\nThen protest [2]."));
    const prose = await writeProse(QUESTION, answers, settings);
    expect(prose?.model).toBe("small-model");
    expect(prose?.paragraphs).toEqual(["CAPE takes it up to day 80 [1].", "Then protest [2]."]);
    expect(prose?.passages).toEqual(numberPassages(answers));
    expect(asked).toMatchObject([{ path: "/v1/chat/completions", key: "Bearer a-key" }]);
  });

  it("is asked for without any entry, claim or importer number", async () => {
    const { asked, settings } = await aModel(saying("Day 80 [1]."));
    await writeProse(QUESTION, answers, settings);
    const sent = JSON.parse(asked[0]?.body ?? "{}") as { messages: { content: string }[] };
    const question = sent.messages.at(-1)?.content.split("Question: ").at(-1);
    expect(question).toBe("Is [number] (claim [number], importer [number]) still inside the CAPE window?");
  });

  it.each<[string, Answer]>([
    ["cites nothing", saying("CAPE takes it up to day 80.")],
    ["cites what it was not given", saying("Day 80 [99].")],
    ["answers with an error", { status: 500, body: "{}" }],
    ["answers something else than the protocol", { body: '{"choices": []}' }],
    ["answers no JSON", { body: "<html>" }],
    [
      "answers without end",
      { body: JSON.stringify({ choices: [{ message: { content: "x [1]".repeat(50_000) } }] }) },
    ],
    ["sends elsewhere", { status: 302, body: "" }],
    ["takes longer than it may", { ...saying("Day 80 [1]."), afterMs: 3_000 }],
  ])("is left out when the model %s, so that the passages stand alone", async (_, answer) => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { settings } = await aModel(answer);
    expect(await writeProse(QUESTION, answers, settings)).toBeNull();
  });

  it("is left out when nothing listens", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const settings = { url: "http://127.0.0.1:9/v1", key: undefined, name: "none", seconds: 1 };
    expect(await writeProse(QUESTION, answers, settings)).toBeNull();
    expect(said).toHaveBeenCalledOnce();
  });
});
