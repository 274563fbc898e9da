import { replacePublishedRates, type OwnerClient } from "@/lib/data/published-rates-load";
import { ok, type Result } from "@/lib/domain";
import { readHtsSchedule, type HtsRefusal, type PublishedRate } from "@/lib/files/read-hts-schedule";

/** What became of a file of the tariff schedule. */
type LoadedSchedule = {
  readonly edition: string;
  readonly numbers: number;
  /** Rates that are no percentage of the value, and lines without any; their refunds stay ranges. */
  readonly notPercent: readonly PublishedRate[];
  /** Screenings that begin now instead of tomorrow. */
  readonly screenings: number;
};

/**
 * Loads the tariff schedule as USITC exports it, JSON or CSV. For whoever runs the app: it needs the owner's connection.
 * @param edition - as people name it; left out, the file's name may tell it
 */
export async function loadPublishedRates(
  client: OwnerClient,
  source: string | Uint8Array,
  edition?: string,
): Promise<Result<LoadedSchedule, HtsRefusal>> {
  const schedule = await readHtsSchedule(source);
  if (!schedule.ok) return schedule;
  const { rows } = schedule.value;
  const name = edition ?? schedule.value.edition ?? "HTS, edition not named";
  const screenings = await replacePublishedRates(client, name, rows);
  const notPercent = rows.filter(({ percent }) => percent === null);
  return ok({ edition: name, numbers: rows.length, notPercent, screenings });
}
