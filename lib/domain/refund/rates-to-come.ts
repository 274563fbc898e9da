import type { HtsNumber } from "../identifiers";
import type { Column1Rate } from "./column1-rates";

/**
 * Ordinary rates that later lines may still teach. Knows none, and remembers whether anybody asked: an answer given
 * without asking stands whatever the rates will be.
 */
export class RatesToCome extends Map<HtsNumber, Column1Rate> {
  #asked = false;

  /** Whether a rate was asked for since the last call. */
  takeAsked(): boolean {
    const asked = this.#asked;
    this.#asked = false;
    return asked;
  }

  override get(): undefined {
    this.#asked = true;
  }

  override has(): boolean {
    this.#asked = true;
    return false;
  }
}
