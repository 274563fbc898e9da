/** Underlined, because colour alone does not mark a link. */
export const LINK_LOOK =
  "rounded-sm text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-accent";
