import type { DocumentKind, ExpectedDocument } from "@/lib/domain";
import type { DocumentRefusal, DocumentType } from "@/lib/files/document-type";
import type { UploadRefusal } from "@/lib/files/stored-upload";

import { formatBytes } from "./count";
import { describeUploadProblem } from "./uploads";

export const DOCUMENT_KIND_NAMES = {
  "entry-summary": "Entry summary (CBP Form 7501)",
  "commercial-invoice": "Commercial invoice",
  "duty-payment": "Proof of duty payment (statement, ACH debit)",
  protest: "Protest (CBP Form 19) and CBP's answer",
  "broker-letter": "Broker's letter or e-mail",
  "cbp-notice": "Notice of CBP (CBP Form 28, 29, courtesy notice)",
  other: "Other",
} as const satisfies Record<DocumentKind, string>;

/** Why a paper is listed as missing. */
export const EXPECTED_BECAUSE = {
  "every-claim":
    "Every claim rests on it. CAPE asks for no paper with the file; records of an entry are kept for five years and produced when CBP asks.",
  "doubtful-rate":
    "A rate does not fit its tariff number, or only a range of the refund is known: the invoice shows what the goods are and their value.",
  "protest-named": "The files name a protest on this entry: what it is about decides what CAPE does.",
  "persons-word":
    "Somebody answered or settled something here that no file proves: keep what the answer rests on.",
} as const satisfies Record<ExpectedDocument["because"], string>;

const TYPE_NAMES = {
  pdf: "a PDF",
  png: "a PNG image",
  jpeg: "a JPEG image",
  xlsx: "an Excel workbook (.xlsx)",
  csv: "text",
} as const satisfies Record<DocumentType, string>;

export type AttachRefusal =
  | UploadRefusal
  | DocumentRefusal
  | { readonly kind: "subject-not-found" }
  | { readonly kind: "already-attached" };

/** Why a paper was not attached, and what to do. */
export function describeAttachProblem(problem: AttachRefusal): string {
  switch (problem.kind) {
    case "upload-too-large":
      return `The file is larger than ${formatBytes(problem.bytesMax)}. Scan it in fewer dots per inch, or split it.`;
    case "upload-incomplete":
    case "upload-altered":
      return describeUploadProblem(problem);
    case "document-empty":
      return "The file is empty.";
    case "document-format":
      return "By its content this is no PDF, PNG, JPEG, .xlsx workbook or CSV text, which are what is kept here. Print it as a PDF and attach that.";
    case "document-extension":
      return `The name ends in “${problem.extension || "nothing"}”, but by its content the file is ${TYPE_NAMES[problem.found]}. Give it the name that fits, or attach the right file.`;
    case "document-macros":
      return "This workbook carries macros. Save it as an .xlsx workbook without them, or print it as a PDF.";
    case "subject-not-found":
      return "What this file was to be attached to is not in your organization any more.";
    case "already-attached":
      return "The very same file is attached here already.";
  }
}
