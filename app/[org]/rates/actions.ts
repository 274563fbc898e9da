"use server";

import { z } from "zod";

import { memberAction } from "@/lib/auth/member-action";
import { giveRate, withdrawRate } from "@/lib/usecases/give-rate";
import { describeRateTaken, NUMBER_NOT_FOUND, RATE_NOT_GIVEN } from "@/lib/wording/rates";

import { htsField, percentField } from "../form-fields";

export const giveRateAction = memberAction({
  input: z.object({ org: z.string(), hts: htsField, percent: percentField }),
  needs: "entries:answer",
  run: (scope, { hts, percent }) => giveRate(scope, hts, percent),
  refuse: () => NUMBER_NOT_FOUND,
  done: (taken) => ({ sentence: `Stored. ${describeRateTaken(taken)}` }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});

export const withdrawRateAction = memberAction({
  input: z.object({ org: z.string(), hts: htsField }),
  needs: "entries:answer",
  run: (scope, { hts }) => withdrawRate(scope, hts),
  refuse: () => RATE_NOT_GIVEN,
  done: (taken) => ({ sentence: `Withdrawn. ${describeRateTaken(taken)}` }),
  revalidate: ({ orgSlug }) => `/${orgSlug}`,
});
