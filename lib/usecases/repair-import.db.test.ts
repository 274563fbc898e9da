import { readFile } from "node:fs/promises";

import { describe, expect, it } from "vitest";

import { aReadyRow, anEs003 } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { anUpload, readSample } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, booksOf } from "@/lib/data/testing/books-of";
import { env } from "@/lib/env";
import { uploadPath } from "@/lib/files/stored-upload";

import { acceptDayFirst, acceptGroup, typeCells } from "./accept-repairs";
import { readImport } from "./read-import";
import { receiveUpload } from "./receive-upload";
import { takeBackRepairs } from "./repair-import";
import { repairableImport } from "./survey-repairs";
import {
  A,
  B,
  ZEROS,
  workbench,
  keyOfGroup,
  lanesOf,
  expectConserved,
  damaged,
  whole,
} from "./testing/a-damaged-import";
import { added, readIntoBooks } from "./testing/read-into-books";
import { askToUndo, undoImport } from "./undo-import";

describe("entry numbers that lost their zeros", () => {
  it("N2: come back as a group, into the books that the undamaged file would have made", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const bench = await workbench(scope, importId);
    expect(bench.groups).toMatchObject([{ state: "proven", action: "restore-leading-zeros", count: 2 }]);
    expect(bench.groups[0]?.ieepaDuty.toFixed(2)).toBe("200.00");
    expect(await lanesOf(scope)).toEqual([`${A} cape-ready 100`]);

    const accepted = await acceptGroup(scope, importId, keyOfGroup(bench, "restore-leading-zeros"));
    expect(accepted).toMatchObject({ ok: true, value: { cells: 2, entries: 1, inBooks: true } });
    expect(await lanesOf(scope)).toEqual([`${ZEROS} cape-ready 200`, `${A} cape-ready 100`]);
    await expectConserved(scope);
    expect(await auditOf(scope)).toContain("import.repaired");
    expect((await workbench(scope, importId)).groups).toEqual([]);

    const other = (await aMember()).scope;
    await added(other, whole);
    const [mine, theirs] = [await booksOf(scope), await booksOf(other)];
    for (const table of ["entries", "lines", "screenings", "setAside", "imports"])
      expect(mine[table]).toEqual(theirs[table]);
  });

  it("leave the stored file as it came", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const bench = await workbench(scope, importId);
    await acceptGroup(scope, importId, keyOfGroup(bench, "restore-leading-zeros"));
    const path = uploadPath(env.DATA_DIR, scope.orgId, bench.stored.sha256);
    expect(await readFile(path, "utf8")).toBe(damaged);
  });

  it("are accepted once, however often and by whomever it is asked", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const key = keyOfGroup(await workbench(scope, importId), "restore-leading-zeros");
    const answers = await Promise.all([acceptGroup(scope, importId, key), acceptGroup(scope, importId, key)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await acceptGroup(scope, importId, key)).toMatchObject({ problem: { kind: "nothing-to-accept" } });
    await expectConserved(scope);
    expect(await lanesOf(scope)).toHaveLength(2);
  });

  it("are lost again when the repair is taken back, to the books as they were before", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const before = await booksOf(scope);
    await acceptGroup(scope, importId, keyOfGroup(await workbench(scope, importId), "restore-leading-zeros"));
    const back = await takeBackRepairs(scope, importId, () => true);
    expect(back).toMatchObject({ ok: true, value: { cells: 2, entries: 1 } });
    expect(await booksOf(scope)).toEqual(before);
    expect(await auditOf(scope)).toContain("import.repairs-withdrawn");
  });

  it("another organization finds neither the import nor its repairs", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const key = keyOfGroup(await workbench(scope, importId), "restore-leading-zeros");
    const stranger = (await aMember()).scope;
    expect(await repairableImport(stranger, importId)).toBeNull();
    expect(await acceptGroup(stranger, importId, key)).toMatchObject({ problem: { kind: "not-repairable" } });
    expect(await takeBackRepairs(stranger, importId, () => true)).toMatchObject({ ok: false });
  });
});

describe("a cell of a used row", () => {
  const unclear = anEs003([
    aReadyRow(A, { duty: "n/a" }),
    aReadyRow(B, { duty: "1.234,50", entered: "13/02/2025" }),
  ]);

  it("R10: is typed in, and the refund that was a range becomes an amount", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, unclear);
    expect((await lanesOf(scope))[0]).toContain("range");
    const [cell] = (await workbench(scope, importId)).toType;
    expect(cell).toMatchObject({ original: "n/a", state: "unrecoverable" });
    const { row, columnIndex } = cell!;
    const typed = (text: string) => typeCells(scope, importId, [{ row, columnIndex: columnIndex!, text }]);
    expect(await typed("many")).toMatchObject({ problem: { kind: "cells-refused" } });
    expect(await typed("75.00")).toMatchObject({ ok: true, value: { cells: 1, entries: 1 } });
    expect((await lanesOf(scope))[0]).toBe(`${A} cape-ready 75`);
    await expectConserved(scope);
    // What the file says again takes the repair away.
    expect(await typed("n/a")).toMatchObject({ ok: true });
    expect((await lanesOf(scope))[0]).toContain("range");
    expect((await workbench(scope, importId)).accepted).toEqual([]);
  });

  it("R19: foreign separators are put right, and day-first dates by one choice for the whole file", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, unclear);
    const bench = await workbench(scope, importId);
    await acceptGroup(scope, importId, keyOfGroup(bench, "swap-separators"));
    // The other entry was entered on 01/14/2026, which no one can read day first.
    expect(await acceptDayFirst(scope, importId)).toMatchObject({
      problem: { kind: "dates-disagree", monthFirst: 1 },
    });
    const all = await added(scope, unclear.replace("01/14/2026", "04/03/2025"), "b.csv");
    expect(await acceptDayFirst(scope, all)).toMatchObject({ ok: true });
    expect((await workbench(scope, all)).accepted).toMatchObject([
      { row: 0, action: "read-day-first" },
      { row: 0 },
    ]);
    await expectConserved(scope);
  });
});

describe("rows that stand in several files", () => {
  it("N2: a repaired row that another file shows too is a repeat, and used again when the repair goes", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged, "damaged.csv");
    await added(scope, whole, "whole.csv");
    const before = await booksOf(scope);
    await acceptGroup(scope, importId, keyOfGroup(await workbench(scope, importId), "restore-leading-zeros"));
    await expectConserved(scope);
    expect((await lanesOf(scope))[0]).toBe(`${ZEROS} cape-ready 200`);
    await takeBackRepairs(scope, importId, () => true);
    expect(await booksOf(scope)).toEqual(before);
  });
});

describe("the wide sample", () => {
  it("E18 comes back, and E17 cannot", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, await readSample("wide"), "wide.csv");
    const bench = await workbench(scope, importId);
    const lost = bench.toType.find(({ original }) => original === "9.87123E+10");
    expect(lost).toMatchObject({ state: "unrecoverable", loss: "digits-lost-to-scientific" });
    expect(await acceptGroup(scope, importId, keyOfGroup(bench, "restore-leading-zeros"))).toMatchObject({
      ok: true,
    });
    expect((await lanesOf(scope)).some((lane) => lane.startsWith("00401234562 "))).toBe(true);
    await expectConserved(scope);
  });
});

describe("repairs and the life of an import", () => {
  it("wait beside a file that is only shown, and are read with it", async () => {
    const { scope } = await aMember({ addsFilesUnasked: false });
    const received = await receiveUpload(scope, anUpload(damaged, "a.csv"));
    if (!received.ok) throw new Error(received.problem.kind);
    const { importId } = received.value;
    await readImport(scope, importId);
    const bench = await workbench(scope, importId);
    expect(bench.stored.state).toBe("previewed");
    await asOwner("DELETE FROM pgboss.job WHERE data ->> 'importId' = $1", [importId]); // no worker ended it
    const accepted = await acceptGroup(scope, importId, keyOfGroup(bench, "restore-leading-zeros"));
    expect(accepted).toMatchObject({ ok: true, value: { inBooks: false, cells: 2 } });
    expect(await lanesOf(scope)).toEqual([]);
    await readIntoBooks(scope, importId);
    expect(await lanesOf(scope)).toEqual([`${ZEROS} cape-ready 200`, `${A} cape-ready 100`]);
    await expectConserved(scope);
  });

  it("change nothing when a line is stored with other duty than it was read with", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const key = keyOfGroup(await workbench(scope, importId), "restore-leading-zeros");
    const before = await booksOf(scope);
    await asOwner(`CREATE FUNCTION a_cent_more() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN NEW.duty := NEW.duty + 0.01; RETURN NEW; END'`);
    await asOwner(
      "CREATE TRIGGER a_cent_more BEFORE INSERT ON entry_lines FOR EACH ROW EXECUTE FUNCTION a_cent_more()",
    );
    try {
      await expect(acceptGroup(scope, importId, key)).rejects.toThrow("does not add up: duty");
    } finally {
      await asOwner("DROP FUNCTION a_cent_more CASCADE");
    }
    expect(await booksOf(scope)).toEqual(before);
  });

  it("hold when the file is taken out and read once more", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    await acceptGroup(scope, importId, keyOfGroup(await workbench(scope, importId), "restore-leading-zeros"));
    const before = await lanesOf(scope);
    await askToUndo(scope, importId);
    await undoImport(scope, importId);
    expect(await lanesOf(scope)).toEqual([]);
    expect(await repairableImport(scope, importId)).toBeNull();
    await asOwner("DELETE FROM pgboss.job WHERE data ->> 'importId' = $1", [importId]); // no worker ended it
    await receiveUpload(scope, anUpload(damaged, "a.csv"));
    await readIntoBooks(scope, importId);
    expect(await lanesOf(scope)).toEqual(before);
    await expectConserved(scope);
  });
});

describe("a grouped report", () => {
  it("R2: the rows below a repaired first row come back with it", async () => {
    const { scope } = await aMember();
    const text = (await readSample("grouped")).toString("utf8");
    const plain = (await aMember()).scope;
    await added(plain, text, "grouped.csv");
    const broken = text.replace("004-0123456-2", "401234562");
    expect(broken).not.toBe(text);
    const importId = await added(scope, broken, "grouped.csv");
    expect(await lanesOf(scope)).not.toEqual(await lanesOf(plain));
    await acceptGroup(scope, importId, keyOfGroup(await workbench(scope, importId), "restore-leading-zeros"));
    expect(await lanesOf(scope)).toEqual(await lanesOf(plain));
    await expectConserved(scope);
  });
});
