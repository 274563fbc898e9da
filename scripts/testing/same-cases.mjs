// Property tests make up the same cases in every run: whether a commit passes must not hang on chance. Cases that nobody
// tried yet are for `npm run torture properties`, which takes another seed each time.
import fc from "fast-check";

const { PROPERTY_SEED = "20260220" } = process.env;
fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
