import { CHAPTER_99_PROGRAMS, type Authority, type ProgramKey } from "@/lib/domain";

type Program = { readonly programName: string | null; readonly authority: string | null };

/** The program a tariff number belongs to; commodity numbers carry the ordinary duty of column 1. */
export function formatProgram({ programName, authority }: Program): string {
  if (programName !== null) return programName;
  return authority === "COLUMN_1" ? "Ordinary duty" : "Program not known";
}

/** Whose duty it is, as a row of the stacking view. */
export const AUTHORITY_WORDS = {
  IEEPA: "IEEPA",
  SECTION_301: "Section 301",
  SECTION_232: "Section 232",
  SECTION_201: "Section 201",
  SECTION_122: "Section 122",
  OTHER: "Other Chapter 99 measures",
  COLUMN_1: "Ordinary duty (column 1)",
  UNKNOWN: "Program not known",
} as const satisfies Record<Authority | "COLUMN_1" | "UNKNOWN", string>;

/** What a program rests on; a number known by its prefix alone names the authority itself. */
export const authorityOf = (program: ProgramKey): keyof typeof AUTHORITY_WORDS =>
  program in AUTHORITY_WORDS
    ? (program as keyof typeof AUTHORITY_WORDS)
    : CHAPTER_99_PROGRAMS[program as keyof typeof CHAPTER_99_PROGRAMS].authority;

/** `IEEPA reciprocal, baseline`; an authority where no more is known. */
export const programName = (program: ProgramKey): string =>
  program in AUTHORITY_WORDS
    ? AUTHORITY_WORDS[program as keyof typeof AUTHORITY_WORDS]
    : CHAPTER_99_PROGRAMS[program as keyof typeof CHAPTER_99_PROGRAMS].name;
