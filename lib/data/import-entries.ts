import { ORG } from "./org-parameter";

/** A sub-select of the entries that an import holds rows of, in the books. @param place - of its id among the values */
export const entriesOfImport = (place: string): string =>
  `SELECT entry_number FROM entry_lines WHERE org_id = ${ORG} AND import_id = ${place}::uuid
   UNION SELECT entry_number FROM fact_rows WHERE org_id = ${ORG} AND import_id = ${place}::uuid`;
