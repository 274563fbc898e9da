"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { ok } from "@/lib/domain";
import { loadSample } from "@/lib/usecases/load-sample";

export const loadSampleAction = memberAction({
  input: z.object({ org: z.string() }),
  needs: "imports:write",
  run: async (scope) => ok(await loadSample(scope)),
  refuse: () => "The sample could not be loaded.",
  done: ({ importId }, { orgSlug }) => ({ redirectTo: `/${orgSlug}/imports/${importId}` }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});
