// What a person waits for: the answer of each page, whole, as the browser gets it.

/** The pages of the large organization, as people come to them. */
export async function pagesOf({ appUrl, slug, headers }) {
  const get = (path) => fetch(`${appUrl}/${slug}${path}`, { headers }).then((answer) => answer.text());
  const next = (html) => /href="([^"]*[?&;]after=[^"]*)"/.exec(html)?.[1].replaceAll("&amp;", "&");
  const importer = /name="importer".*?<option value="([^"]+)"/s.exec(await get("/entries"))?.[1];
  const late = next(await get("/entries?sort=-number"))?.replace("sort=-number", "sort=number");
  const inside = (href) => href.slice(slug.length + 1);
  const [entry] = /entries\/[A-Z0-9]{11}/.exec(await get("/entries")) ?? [];
  return {
    "entries, first page": "/entries",
    "entries, a late keyset page": inside(late),
    "entries of one lane": "/entries?lane=cape-ready",
    "entries of a rare lane": "/entries?lane=protest",
    "entries of three lanes": "/entries?lane=cape-ready&lane=court&lane=excluded",
    "entries of one importer": `/entries?importer=${importer}`,
    "entries, largest refund first": "/entries?sort=-refundable",
    "entries, next deadline first": "/entries?sort=deadline",
    "entries, newest first": "/entries?sort=-entryDate",
    "entries, oldest liquidation": "/entries?sort=liquidation",
    "lane and largest refund": "/entries?lane=cape-ready&sort=-refundable",
    "search of a whole number": "/entries?q=ZZX-1050000",
    "search of a part, few": "/entries?q=10777",
    "search of a part, many": "/entries?q=ZZX",
    overview: "",
    deadlines: "/deadlines",
    "every running clock": "/deadlines?show=all&within=all",
    "deadlines of one importer": `/deadlines?importer=${importer}`,
    "expected cash": "/cash",
    stacking: "/stacking",
    "stacking of one importer": `/stacking?importer=${importer}`,
    "ordinary rates": "/rates",
    imports: "/imports",
    "one entry": `/${entry}`,
    "declaration builder": "/declarations/new",
  };
}

const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];

/** Milliseconds until the first byte of the body and until its last. */
export async function ask(url, headers) {
  const from = performance.now();
  const answer = await fetch(url, { headers, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}.`);
  let [first, bytes] = [null, 0];
  for await (const piece of answer.body) {
    first ??= performance.now() - from;
    bytes += piece.byteLength;
  }
  return { first, whole: performance.now() - from, bytes };
}

/** @returns the median and the slowest but few of some requests, one after the other */
export async function measure(url, headers, requests) {
  for (let warm = 0; warm < 3; warm++) await ask(url, headers);
  const taken = [];
  while (taken.length < requests) taken.push((await ask(url, headers)).whole);
  const sorted = taken.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
}
