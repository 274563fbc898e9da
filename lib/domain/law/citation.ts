/** Where a rule can be read. Every row of law carries at least one. */
export type Citation = {
  /** Statute, regulation, executive order or CBP message: "19 U.S.C. 1514(c)(3)". */
  readonly law: string;
  /** Where and when it was published or by whom it is relayed: "CSMS 68340863, 13 Apr 2026". */
  readonly published: string;
};

/** How sure the rule itself is: read at its source, following from other rules, or resting on a source nobody confirmed. */
export type RuleConfidence = "proven" | "inferred" | "unconfirmed";
