import { download } from "./download";
import { CSV_START } from "./safe-cell";

/** Pieces of a CSV file for people as the answer to a request: made as they are fetched, saved and never shown. */
export function csvDownload(fileName: string, pieces: Iterable<string> | AsyncIterable<string>): Response {
  const iterator = inTurn(pieces);
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
        await iterator.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
  return download(body, { fileName, mediaType: "text/csv; charset=utf-8" });
}

async function* inTurn(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  yield* pieces;
}
