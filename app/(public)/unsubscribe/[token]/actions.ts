"use server";

import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";

import type { ActionState } from "@/lib/auth/action-state";
import { visitorOf } from "@/lib/auth/address";
import { takeRequest } from "@/lib/auth/request-limit";
import { failed, readForm } from "@/lib/auth/form";
import { sorrySentence } from "@/lib/auth/unexpected";
import { unsubscribe } from "@/lib/usecases/unsubscribe";

const link = z.object({ token: z.string() });

/** Without a session: the signed link is the permission, and all that it permits. */
export async function unsubscribeAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  try {
    const read = link.safeParse(readForm(form));
    if ((await takeRequest("feed", visitorOf(await headers()).address)) > 0)
      return failed("Too many requests from your network. Try again later.", form);
    if (!read.success || !(await unsubscribe(read.data.token)))
      return failed("This link is not in force.", form);
    return { kind: "done", sentence: "Stopped. You get no digest of this organization by e-mail any more." };
  } catch (error) {
    unstable_rethrow(error);
    return failed(sorrySentence(error, "An unsubscription"), form);
  }
}
