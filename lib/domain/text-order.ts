/** Text order by UTF-16 code units, the same in any locale; for numbers of the trade it is that of code points. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
