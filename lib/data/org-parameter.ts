/**
 * The organization, as the first parameter of a query that joins its rows. Right after an organization's first import no
 * statistics know it: for a constant they do not know Postgres expects one row and compares every entry with every other
 * one; for a sub-select it expects an organization of average size.
 */
export const ORG = "(SELECT $1::uuid)";
