"use client";

import { useEffect } from "react";

/** Takes an entry number out of the address and so out of the browser's history, once the page has been read. */
export function ForgetAddress({ address }: { readonly address: string }) {
  useEffect(() => {
    history.replaceState(history.state, "", address);
  }, [address]);
  return null;
}
