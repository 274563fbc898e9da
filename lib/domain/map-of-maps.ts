/**
 * The map under a key, started where there is none. Maps in maps remember by several keys: one key put together from
 * several texts would have to be written and hashed anew for every row of a large file.
 */
export function mapUnder<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const started = new Map<L, V>();
  maps.set(key, started);
  return started;
}
