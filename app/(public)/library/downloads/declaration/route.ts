import { parseEntryNumber, toDeclarationCsv } from "@/lib/domain";
import { download } from "@/lib/files/download";

/** Invented; both have their check digit. */
const NUMBERS = ["ABC12345676", "XYZ76543211"];

/** A CAPE Declaration as it is made for real entries, byte for byte. */
export function GET(): Response {
  const numbers = NUMBERS.flatMap((text) => {
    const parsed = parseEntryNumber(text);
    return parsed.ok ? [parsed.value] : [];
  });
  return download(toDeclarationCsv(numbers), {
    fileName: "CAPE_example.csv",
    mediaType: "text/csv; charset=us-ascii",
  });
}
