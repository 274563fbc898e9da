import { ZERO_USD } from "../money";
import type { AssembledFile, SetAsideRow } from "./assembled-file";
import type { FileLayout } from "./layout";
import { INTAKE_LIMITS } from "./limits";
import { createProblemGroups } from "./problem-groups";
import type { RawRow } from "./raw-row";
import { type ClaimRow, readClaimRow } from "./read-claim-row";
import type { MoneyRow } from "../reconciliation/refund-rows";
import { readBankRow, readPaymentRow } from "./read-payment-row";
import type { SetAsideReason } from "./row-problem";

export type AssembledRecords = {
  readonly assembled: AssembledFile;
  readonly claims: readonly ClaimRow[];
  readonly money: readonly MoneyRow[];
};

/** True for reports that list payments and name no entry. */
export const listsPayments = ({ report }: Pick<FileLayout, "report">): boolean =>
  report === "rev603" || report === "bank-statement";

/** Accounts for the rows of a report that shows no entries: results of claims, payments, credits of a bank. */
export class RecordAssembly {
  readonly #layout: FileLayout;
  readonly #file: string;
  readonly #problems = createProblemGroups();
  readonly #claims = new Map<string, ClaimRow>();
  readonly #money: MoneyRow[] = [];
  readonly #setAside: SetAsideRow[] = [];
  #read = 0;

  /** @param file - import id or file name, kept with everything read from it */
  constructor(layout: FileLayout, file: string) {
    this.#layout = layout;
    this.#file = file;
  }

  /** "another-header": a table with other columns begins, and the file must be refused. */
  add(raw: RawRow): "added" | "another-header" {
    const aside = listsPayments(this.#layout) ? this.#payment(raw) : this.#claim(raw);
    if (aside === "another-header") return aside;
    this.#read++;
    if (aside === null) return "added";
    this.#problems.add(aside.problems);
    // What else passes over an account is nobody's business here.
    const isKept = this.#setAside.length < INTAKE_LIMITS.keptRawRowsMax && aside.reason !== "no-credit";
    const cells = isKept ? [...raw.cells] : [];
    this.#setAside.push({ ...aside, cells });
    return "added";
  }

  finish(): AssembledRecords {
    const setAside: Partial<Record<SetAsideReason, number>> = {};
    for (const { reason } of this.#setAside) setAside[reason] = (setAside[reason] ?? 0) + 1;
    const claims = [...this.#claims.values()];
    const used = claims.length + this.#money.length;
    const accounting = { read: this.#read, used, setAside, moneyNotScreened: ZERO_USD };
    const assembled: AssembledFile = {
      entries: new Map(),
      ...{ accounting, setAside: this.#setAside, problems: this.#problems.list() },
      ...{ liquidationColumn: "absent", chapter99Rows: 0 },
    };
    return { assembled, claims, money: this.#money };
  }

  /** Null: used. Equal rows may be different payments, so none is a repeat here. */
  #payment(raw: RawRow): Omit<SetAsideRow, "cells"> | "another-header" | null {
    const read = this.#layout.report === "rev603" ? readPaymentRow : readBankRow;
    const reading = read(raw, this.#layout, this.#file);
    if (reading === "another-header") return reading;
    if (reading.kind === "set-aside") return { ...reading, number: null, twin: null };
    this.#money.push(reading);
    if (reading.kind === "payment") this.#problems.add(reading.problems);
    return null;
  }

  /** Null: used. The same result of the same entry and claim is used once. */
  #claim(raw: RawRow): Omit<SetAsideRow, "cells"> | null {
    const reading = readClaimRow(raw, this.#layout, this.#file);
    if (reading.kind === "nothing-told") throw new Error("A report of claims has a row that tells nothing");
    if (reading.kind === "set-aside") return { ...reading, number: null, twin: null };
    const { source, ...content } = reading.claim;
    const key = JSON.stringify(Object.values(content));
    const twin = this.#claims.get(key)?.source;
    if (twin === undefined) this.#claims.set(key, reading.claim);
    return twin === undefined
      ? null
      : { source, reason: "identical-repeat", number: content.number, problems: [], twin };
  }
}
