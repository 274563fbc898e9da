import { isDay, readDay, type Day } from "@/lib/domain";

/** ISO as a date field gives it, or any spelling that the import takes; null where it is no day. */
export function dayIn(text: string): Day | null {
  if (isDay(text)) return text;
  const read = readDay(text);
  return read.kind === "day" ? read.day : null;
}
