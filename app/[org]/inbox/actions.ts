"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { markInboxRead } from "@/lib/usecases/mark-inbox-read";

export const markInboxReadAction = memberAction({
  input: z.object({ org: z.string() }),
  needs: "entries:read",
  run: (scope) => markInboxRead(scope),
  refuse: () => "The inbox could not be changed.",
  done: () => ({ sentence: "Everything in your inbox counts as read." }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});
