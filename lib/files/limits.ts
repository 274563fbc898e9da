import { INTAKE_LIMITS } from "@/lib/domain";

/** What one file may cost us. Beyond it the file is refused at once, with the limit in the answer. */
export const FILE_LIMITS = {
  bytesMax: 2 * 1024 ** 3,
  rowsMax: 5_000_000,
  columnsMax: 256,
  /** Characters of one row, line breaks inside quotes included; an unclosed quote runs into it. */
  rowCharactersMax: 1_000_000,
  /** The heading row stands within the first lines; the domain looks no further either. */
  headerSearchLines: INTAKE_LIMITS.headerSearchLines,
  /** Characters on which line ends, delimiter and heading row are decided. */
  headCharacters: 65_536,
  /** Bytes worked on at a time, whatever the size of the chunks that arrive. */
  pieceBytes: 65_536,
  /** Bytes asked of the disk at a time: each turn there costs more than what it brings. */
  chunkBytes: 262_144,
} as const;

/** What one ZIP file, and so one workbook, may unpack to. An honest workbook unpacks to some seven times its size. */
export const ARCHIVE_LIMITS = {
  partsMax: 2_000,
  unpackedBytesMax: 4 * 1024 ** 3,
  /** For all files of an archive, with a first look at each: ten times what the largest one takes. */
  unpackSecondsMax: 300,
  /** Only what unpacks to more than this, a part or all of them together, can do harm by its ratio. */
  ratioFromBytes: 1_000_000,
  ratioMax: 200,
  /** Characters of all shared texts of a workbook together; they are held in memory. */
  sharedTextMax: 100_000_000,
  /** Characters of one element, such as one row of a sheet. */
  elementCharactersMax: 20_000_000,
} as const;
