import type { TenantScope } from "../tenant";
import { asOwner } from "./as-owner";

/** What one import says of its rows, and what is really stored of them. */
export type ImportBooks = {
  readonly fileName: string;
  readonly state: string;
  readonly read: number;
  readonly used: number;
  readonly setAside: number;
  readonly byReason: Readonly<Record<string, number>>;
  /** File rows stored as used lines or as fact rows. */
  readonly rowsUsed: readonly number[];
  readonly rowsSetAside: readonly number[];
  readonly byReasonStored: Readonly<Record<string, number>>;
  /** File rows of lines that stand in a conflict or are kept as an echo: set aside, and known. */
  readonly rowsKeptBeside: readonly number[];
};

const IMPORTS = `
  SELECT i.file_name AS "fileName", i.state::text, i.rows_read AS read, i.rows_used AS used, i.rows_set_aside AS "setAside",
    (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(i.set_aside_by_reason) WHERE value <> '0') AS "byReason",
    (SELECT coalesce(array_agg(file_row ORDER BY file_row), '{}') FROM (
       SELECT DISTINCT file_row FROM tariff_lines l WHERE l.org_id = i.org_id AND l.import_id = i.id AND l.disposition = 'used'
       UNION ALL SELECT file_row FROM fact_rows f WHERE f.org_id = i.org_id AND f.import_id = i.id) u) AS "rowsUsed",
    (SELECT coalesce(array_agg(file_row ORDER BY file_row), '{}') FROM set_aside_rows s
       WHERE s.org_id = i.org_id AND s.import_id = i.id) AS "rowsSetAside",
    (SELECT coalesce(jsonb_object_agg(reason, n), '{}') FROM (SELECT reason, count(*) AS n FROM set_aside_rows s
       WHERE s.org_id = i.org_id AND s.import_id = i.id GROUP BY reason) r) AS "byReasonStored",
    (SELECT coalesce(array_agg(file_row ORDER BY file_row), '{}') FROM tariff_lines l
       WHERE l.org_id = i.org_id AND l.import_id = i.id AND l.disposition <> 'used') AS "rowsKeptBeside"
  FROM imports i WHERE i.org_id = $1 ORDER BY i.file_name`;

export const importsIn = ({ orgId }: TenantScope): Promise<ImportBooks[]> =>
  asOwner<ImportBooks>(IMPORTS, [orgId]);

/** Everything an import writes; ids and instants left out. */
const BOOKS: Readonly<Record<string, string>> = {
  importers: "SELECT number, name, rate_class FROM importers WHERE org_id = $1 ORDER BY number",
  entries: `SELECT number, facts, answers, importer_number, entry_type, entry_date::text, liquidation_date::text
            FROM entries WHERE org_id = $1 ORDER BY number`,
  lines: `SELECT i.file_name, l.file_row, l.entry_number, l.line_number, l.ordinal, l.hts, l.hts_found, l.value::text,
            l.duty::text, l.duty_found, l.origin, l.spi, l.other_cells, l.disposition
          FROM tariff_lines l JOIN imports i ON i.org_id = l.org_id AND i.id = l.import_id
          WHERE l.org_id = $1 ORDER BY i.file_name, l.file_row`,
  factRows: `SELECT i.file_name, f.file_row, f.entry_number, f.content
             FROM fact_rows f JOIN imports i ON i.org_id = f.org_id AND i.id = f.import_id
             WHERE f.org_id = $1 ORDER BY i.file_name, f.file_row`,
  payments: `SELECT i.file_name, p.file_row, p.refund_number, p.status, p.total::text, p.trace
             FROM payment_rows p JOIN imports i ON i.org_id = p.org_id AND i.id = p.import_id
             WHERE p.org_id = $1 ORDER BY i.file_name, p.file_row`,
  credits: `SELECT i.file_name, b.file_row, b.booked_on::text, b.amount::text, b.description
            FROM bank_rows b JOIN imports i ON i.org_id = b.org_id AND i.id = b.import_id
            WHERE b.org_id = $1 ORDER BY i.file_name, b.file_row`,
  refunds: `SELECT i.file_name, r.file_row, r.entry_number, r.principal::text, r.interest::text, r.refund_number
            FROM refund_rows r JOIN imports i ON i.org_id = r.org_id AND i.id = r.import_id
            WHERE r.org_id = $1 ORDER BY i.file_name, r.file_row`,
  setAside: `SELECT i.file_name, s.file_row, s.reason, s.entry_number
             FROM set_aside_rows s JOIN imports i ON i.org_id = s.org_id AND i.id = s.import_id
             WHERE s.org_id = $1 ORDER BY i.file_name, s.file_row`,
  evidence: "SELECT DISTINCT hts, percent FROM column1_observations WHERE org_id = $1 ORDER BY hts, percent",
  clocks: `SELECT s.entry_number, c.kind, c.last_day::text, c.runs, c.takes_away, c.counted_from::text, c.estimated, c.disputed
           FROM screenings s JOIN clock_sets c ON c.org_id = s.org_id AND c.set_id = s.clocks
           WHERE s.org_id = $1 ORDER BY s.entry_number, c.kind`,
  screenings: `SELECT entry_number, lane, (
                   SELECT jsonb_agg((f.value - 'ground') || g.content ORDER BY f.place)
                   FROM jsonb_array_elements(findings) WITH ORDINALITY AS f (value, place)
                   LEFT JOIN verdict_parts g ON g.org_id = s.org_id AND g.id = (f.value ->> 'ground')::bigint) AS findings,
                 missing, programs, o.content AS predicted, ieepa_duty, refundable, refundable_min, refundable_max,
                 interest, interest_from::text, interest_to::text, interest_basis, next_deadline::text, deadline_kind, as_of::text
               FROM screenings s LEFT JOIN verdict_parts o ON o.org_id = s.org_id AND o.id = s.predicted
               WHERE s.org_id = $1 ORDER BY entry_number`,
};

export type Books = Readonly<Record<string, readonly object[]>> & {
  readonly imports: readonly ImportBooks[];
};

/** The whole state that imports build, with file names for ids: two organizations that read the same files compare equal. */
export async function booksOf(scope: TenantScope): Promise<Books> {
  const ids = await asOwner<{ id: string; file_name: string }>(
    "SELECT id, file_name FROM imports WHERE org_id = $1",
    [scope.orgId],
  );
  const tables: Record<string, object[]> = { imports: await importsIn(scope) };
  for (const [name, text] of Object.entries(BOOKS)) tables[name] = await asOwner(text, [scope.orgId]);
  const named = ids.reduce(
    (text, { id, file_name }) => text.replaceAll(id, file_name),
    JSON.stringify(tables),
  );
  return JSON.parse(named) as Books;
}

/** The audit log in the order of its instants, without ids. */
export const auditOf = async ({ orgId }: TenantScope): Promise<readonly string[]> =>
  (
    await asOwner<{ action: string }>("SELECT action FROM audit_log WHERE org_id = $1 ORDER BY id", [orgId])
  ).map(({ action }) => action);
