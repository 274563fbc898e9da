import { z } from "zod";

/** What a build and unit tests go on without: neither serves anybody, and neither opens a connection with these. */
const PLACEHOLDERS = {
  DATABASE_URL: "postgresql://unset@127.0.0.1:1/unset",
  AUTH_SECRET: "no-one-is-signed-in-while-building-or-testing",
  LOOK_PROGRAM: "unset",
  WATCH_PROGRAM: "unset",
};

const program = z.string().min(1, "must be the path of a module; npm start sets it");

const environment = z
  .object({
    /** Of the role that row-level security binds, never the owner's. */
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgresql://"),
    /** Encrypts the session cookie; whoever has it can make cookies, though not session rows. */
    AUTH_SECRET: z.string().min(32, "must have 32 characters or more"),
    /** The address people type. */
    APP_URL: z
      .url({ protocol: /^https?$/, error: "must be an address such as https://capedesk.example.com" })
      .default("http://localhost:3000")
      .transform((url) => new URL(url).origin),
    DATA_DIR: z.string().min(1).default(".data"),
    /** Without it nothing is mailed, and what would be stands in the inbox alone. */
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/\S+$/, "must begin with smtp:// or smtps://")
      .optional(),
    /** Who the e-mails are from: an address, or a name with the address in angle brackets. */
    MAIL_FROM: z
      .string()
      .regex(
        /^([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/,
        "must be an address such as CapeDesk <capedesk@example.com>",
      )
      .optional(),
    /** Where attached papers lie instead of a folder in DATA_DIR: the address of a bucket that speaks S3, and its keys. */
    S3_ENDPOINT: z.url({ protocol: /^https?$/, error: "must be the address of a bucket" }).optional(),
    S3_REGION: z.string().min(1).default("auto"),
    S3_ACCESS_KEY_ID: z.string().min(1).optional(),
    S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
    /** For tests and demonstrations: the day to reckon from instead of today. */
    CAPEDESK_TODAY: z.iso.date().optional(),
    /** Bundled modules that run in threads of their own: the first look at an upload, and the watch over a job. */
    LOOK_PROGRAM: program,
    WATCH_PROGRAM: program,
    /** Jobs left behind under this name are freed at once when a worker of the same name starts. */
    WORKER_NAME: z.string().min(1).optional(),
    /** Reading one file may come to no further byte or row for so long, and take so long in all. */
    READING_STALL_SECONDS: z.coerce.number().positive().default(60),
    READING_SECONDS_MAX: z.coerce.number().positive().default(3600),
    /** An endpoint of the operator's that speaks the protocol of OpenAI's chat completions; unset, nothing is sent. */
    ASK_MODEL_URL: z
      .url({ protocol: /^https?$/, error: "must be an address such as http://127.0.0.1:8080/v1" })
      .optional(),
    ASK_MODEL_KEY: z.string().min(1).optional(),
    ASK_MODEL_NAME: z.string().min(1).optional(),
    ASK_MODEL_SECONDS: z.coerce.number().positive().max(60).default(15),
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  })
  .refine((set) => set.ASK_MODEL_URL === undefined || set.ASK_MODEL_NAME !== undefined, {
    path: ["ASK_MODEL_NAME"],
    message: "must be set where ASK_MODEL_URL is",
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
    path: ["MAIL_FROM"],
    error: "must be set where SMTP_URL is",
  })
  .superRefine(({ S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }, context) => {
    const bucket = { S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY };
    const unset = Object.entries(bucket).filter(([, value]) => value === undefined);
    if (unset.length === 0 || unset.length === 3) return;
    for (const [name] of unset)
      context.addIssue({
        code: "custom",
        path: [name],
        message: "must be set when another setting of the bucket is",
      });
  });

export type Env = Readonly<z.output<typeof environment>>;

/** Empty is unset, as in `VARIABLE= npm start`. Names what is wrong, never the value: it may be a secret. */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const isBuilding = variables.NEXT_PHASE === "phase-production-build";
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const read = environment.safeParse({
    ...(isBuilding || variables.NODE_ENV === "test" ? PLACEHOLDERS : {}),
    ...set,
  });
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`CapeDesk does not start. In the environment, ${problems.join("; ")}.`);
}

/** Parsed once, when the first module asks. Nobody else reads `process.env`. */
export const env: Env = readEnv(process.env);
