/** `118,930`. */
export const formatCount = (count: number): string => count.toLocaleString("en-US");

/** `1 entry`, `4,182 entries`. */
export const countOf = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

const UNITS = ["kB", "MB", "GB", "TB"] as const;

/** Decimal units, as file managers and CBP's limit of 1,000,000 bytes use them: `130.0 kB`. Below 1,000: `987 bytes`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return countOf(bytes, "byte", "bytes");
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 999.95 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size.toFixed(1)} ${UNITS[unit] ?? ""}`;
}

/** Whole percent done, 0 to 100, never 100 before the end; null while the whole is not known. */
export function percentDone(done: number, whole: number | null): number | null {
  if (whole === null) return null;
  if (whole === 0) return 100;
  return Math.max(0, Math.min(100, Math.floor((done / whole) * 100)));
}
