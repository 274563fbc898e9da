import { z } from "zod";

const FILE_NAME_CHARACTERS_MAX = 200;

/** What the browser declares of the file; the body must turn out to be exactly that. */
const declared = z.object({
  fileName: z
    .string()
    .transform((text, context) => {
      try {
        return decodeURIComponent(text);
      } catch (error) {
        context.addIssue({ code: "custom", message: String(error) });
        return z.NEVER;
      }
    })
    .pipe(
      z
        .string()
        .trim()
        .min(1)
        .max(FILE_NAME_CHARACTERS_MAX)
        .regex(/^[^\p{Cc}]+$/u),
    ),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.coerce.number().int().nonnegative(),
});

/** What the headers of an upload say of the file that follows. */
export const readDeclaredFile = (headers: Headers) =>
  declared.safeParse({
    fileName: headers.get("x-file-name"),
    sha256: headers.get("x-file-sha256"),
    bytes: headers.get("x-file-size"),
  });
