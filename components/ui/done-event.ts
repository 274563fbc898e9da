/** Tells the frame that something was done; the detail is the sentence that says what. */
export const DONE_EVENT = "capedesk:done";

export const announceDone = (sentence: string): boolean =>
  dispatchEvent(new CustomEvent(DONE_EVENT, { detail: sentence }));
