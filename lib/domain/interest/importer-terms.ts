import type { RateClass } from "../law/interest-rates";

/** What only the importer can say about its interest. Nothing is inferred from its number or name. */
export type ImporterTerms = {
  readonly rateClass: RateClass;
  /** Duty goes by periodic monthly statement, where the files of an entry do not say (19 U.S.C. 1505(a)). */
  readonly paysMonthly: boolean;
};

/** Until the importer says otherwise: a corporation, which is the lower rate, that pays entry by entry. */
export const TERMS_UNTIL_SAID: ImporterTerms = { rateClass: "corporation", paysMonthly: false };
