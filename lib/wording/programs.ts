type Program = { readonly programName: string | null; readonly authority: string | null };

/** The program a tariff number belongs to; commodity numbers carry the ordinary duty of column 1. */
export function formatProgram({ programName, authority }: Program): string {
  if (programName !== null) return programName;
  return authority === "COLUMN_1" ? "Ordinary duty" : "Program not known";
}
