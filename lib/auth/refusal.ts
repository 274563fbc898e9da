/** How route handlers say no: a status for programs, a sentence for people, and nothing for caches. */
export const refusal = (status: 400 | 401 | 403 | 404 | 429 | 503, sentence: string): Response =>
  Response.json({ error: sentence }, { status, headers: { "Cache-Control": "no-store" } });
