import { describe, expect, it } from "vitest";

import { readEnv } from "./env";

const COMPLETE = {
  DATABASE_URL: "postgresql://web:secret@127.0.0.1:5432/capedesk",
  AUTH_SECRET: "a-secret-of-more-than-thirty-two-characters",
  LOOK_PROGRAM: "look.mjs",
  WATCH_PROGRAM: "watch.mjs",
  NODE_ENV: "production",
};

describe("the environment", () => {
  it("fills in what may be left out", () => {
    const defaults = { APP_URL: "http://localhost:3000", DATA_DIR: ".data" };
    const deadlines = { READING_STALL_SECONDS: 60, READING_SECONDS_MAX: 3600 };
    expect(readEnv(COMPLETE)).toEqual({
      ...{ ...COMPLETE, ...defaults, ...deadlines },
      ...{ ASK_MODEL_SECONDS: 15, S3_REGION: "auto" },
    });
  });

  it("takes an empty variable for an unset one", () => {
    expect(readEnv({ ...COMPLETE, CAPEDESK_TODAY: "", APP_URL: "" }).APP_URL).toBe("http://localhost:3000");
  });

  it("keeps only the origin of the app's address", () => {
    expect(readEnv({ ...COMPLETE, APP_URL: "https://desk.example.com/" }).APP_URL).toBe(
      "https://desk.example.com",
    );
  });

  it("wants the name of the answering model with its address", () => {
    const model = { ASK_MODEL_URL: "http://127.0.0.1:8080/v1" };
    expect(() => readEnv({ ...COMPLETE, ...model })).toThrow("ASK_MODEL_NAME");
    expect(readEnv({ ...COMPLETE, ...model, ASK_MODEL_NAME: "small" }).ASK_MODEL_URL).toBe(
      model.ASK_MODEL_URL,
    );
  });

  it("wants all keys of a bucket, or none", () => {
    const endpoint = { S3_ENDPOINT: "https://s3.example.com/papers" };
    const keys = { S3_ACCESS_KEY_ID: "a", S3_SECRET_ACCESS_KEY: "b" };
    expect(readEnv({ ...COMPLETE, ...endpoint, ...keys })).toMatchObject({ ...endpoint, ...keys });
    expect(() => readEnv({ ...COMPLETE, ...endpoint })).toThrow(/S3_ACCESS_KEY_ID.*S3_SECRET_ACCESS_KEY/);
    expect(() => readEnv({ ...COMPLETE, ...keys })).toThrow("S3_ENDPOINT");
  });

  it.each([
    ["DATABASE_URL", "mysql://elsewhere"],
    ["AUTH_SECRET", "too-short"],
    ["APP_URL", "ftp://example.com"],
    ["CAPEDESK_TODAY", "2026-02-30"],
  ])("refuses to start with a wrong %s, without showing its value", (name, value) => {
    const start = () => readEnv({ ...COMPLETE, [name]: value });
    expect(start).toThrow(name);
    expect(start).not.toThrow(value);
  });

  it("asks for the database and the secret in production", () => {
    expect(() => readEnv({ NODE_ENV: "production" })).toThrow(/DATABASE_URL.*AUTH_SECRET/);
  });

  it("does without them while Next builds", () => {
    const built = readEnv({ NODE_ENV: "production", NEXT_PHASE: "phase-production-build" });
    expect(built.DATABASE_URL).toContain("unset");
  });
});
