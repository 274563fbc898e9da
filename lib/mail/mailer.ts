import "server-only";

import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";

import nodemailer from "nodemailer";

import type { Env } from "@/lib/env";

export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where its reader ends such e-mails; nobody has to sign in there. None where there is only one. */
  readonly unsubscribeUrl?: string;
  /** The same for the same letter, so that a mail program shows it once should it ever arrive twice. */
  readonly messageId: string;
};

/** not-sent: the server never had the text. unknown: it may have. */
export type Delivery = "sent" | "not-sent" | "unknown";

export type Mailer = { readonly send: (letter: Letter) => Promise<Delivery> };

/** What may go wrong before the text of an e-mail is on its way. */
const BEFORE_THE_TEXT: ReadonlySet<string> = new Set([
  "CONN",
  "EHLO",
  "HELO",
  "LHLO",
  "STARTTLS",
  "MAIL FROM",
  "RCPT TO",
]);
const NO_CONNECTION: ReadonlySet<string> = new Set([
  "ECONNECTION",
  "EDNS",
  "ETLS",
  "EAUTH",
  "EENVELOPE",
  "ECONNREFUSED",
]);

const CONNECT_MILLISECONDS = 15_000;

type Settings = Pick<Env, "SMTP_URL" | "MAIL_FROM" | "DATA_DIR" | "NODE_ENV">;

/** By SMTP where it is set up; into files while developing; else null: then nothing is mailed. */
export function mailerOf({ SMTP_URL, MAIL_FROM, DATA_DIR, NODE_ENV }: Settings): Mailer | null {
  if (SMTP_URL !== undefined && MAIL_FROM !== undefined) return smtpMailer(SMTP_URL, MAIL_FROM);
  if (NODE_ENV !== "development") return null;
  return outboxMailer(path.join(DATA_DIR, "outbox"), MAIL_FROM ?? "CapeDesk <capedesk@localhost>");
}

export function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport(url, {
    // Neither the letter nor its links are fetched from anywhere.
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
  });
  return {
    async send(letter) {
      try {
        await transport.sendMail(messageOf(letter, from));
        return "sent";
      } catch (error) {
        console.warn("An e-mail was not taken by the mail server:", error);
        return surelyNotSent(error) ? "not-sent" : "unknown";
      }
    },
  };
}

/** A file for each letter, for whoever develops; it appears whole or not at all. */
export function outboxMailer(folder: string, from: string): Mailer {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    async send(letter) {
      const { message } = await transport.sendMail(messageOf(letter, from));
      await mkdir(folder, { recursive: true });
      const file = path.join(folder, `${letter.messageId.replaceAll(/[^A-Za-z0-9.-]+/g, "_")}.eml`);
      await writeFile(`${file}.part`, message as Buffer);
      await rename(`${file}.part`, file);
      return "sent";
    },
  };
}

const messageOf = ({ unsubscribeUrl, messageId, ...letter }: Letter, from: string) => ({
  ...letter,
  from,
  messageId: `<${messageId}>`,
  ...(unsubscribeUrl === undefined ? {} : { list: { unsubscribe: unsubscribeUrl } }),
  headers: { "Auto-Submitted": "auto-generated" },
});

/** An answer of the server is a refusal; without one it depends on how far the talk had come. */
function surelyNotSent(error: unknown): boolean {
  const { code, command, responseCode } = error as {
    readonly code?: string;
    readonly command?: string;
    readonly responseCode?: number;
  };
  if (typeof responseCode === "number") return true;
  return NO_CONNECTION.has(code ?? "") || BEFORE_THE_TEXT.has(command ?? "");
}
