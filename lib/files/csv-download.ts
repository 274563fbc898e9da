import { CSV_START } from "./safe-cell";

/** Pieces of a CSV file for people as the answer to a request: made as they are fetched, saved and never shown. */
export function csvDownload(fileName: string, pieces: AsyncIterable<string>): Response {
  const iterator = pieces[Symbol.asyncIterator]();
  const text = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(text.encode(CSV_START)),
      pull: async (controller) => {
        const piece = await iterator.next();
        if (piece.done === true) controller.close();
        else controller.enqueue(text.encode(piece.value));
      },
      cancel: async () => {
        await iterator.return?.();
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${plainName(fileName)}"`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    },
  });
}

/** A name that needs no encoding in a header, and leads nowhere. */
const plainName = (name: string): string => name.replaceAll(/[^A-Za-z0-9_.-]+/g, "_").replace(/^\.+/, "");
