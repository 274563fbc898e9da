/** A name is one line, whatever somebody typed: a line end could pass for a heading of its own. */
export const oneLine = (name: string): string => name.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();

/** Text inside HTML that has neither scripts nor attributes of a stranger's making. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
