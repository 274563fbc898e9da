import { day } from "../day";
import { CHECK_RULES } from "../law/check-rules";
import type { Citation } from "../law/citation";
import { NUMBER_TESTS } from "../law/number-test";
import { READINESS_POINTS } from "../law/readiness-points";
import type { NonEmpty } from "../result";

/** What the reasons of the checks cite; the rules with their days stand in the tables. */
export const PHASE_1_GUIDANCE: NonEmpty<Citation> = CHECK_RULES["accepted-claim"].source;
export const DUTIABLE_NUMBER: NonEmpty<Citation> = CHECK_RULES["dutiable-number"].source;
export const ADCVD_PENDING: NonEmpty<Citation> = CHECK_RULES["adcvd-pending-liquidation"].source;
export const OPEN_PROTEST: NonEmpty<Citation> = CHECK_RULES["open-protest"].source;
export const DECIDED_PROTEST: NonEmpty<Citation> = CHECK_RULES["decided-protest"].source;
export const FILING_RULES: NonEmpty<Citation> = CHECK_RULES["filing-rules"].source;
export const CHECK_DIGIT: NonEmpty<Citation> = CHECK_RULES["check-digit"].source;

/** The data must be final before it is filed: the last point of readiness. */
export const FINAL_DATA: NonEmpty<Citation> = READINESS_POINTS[11].law;

/** What stands on the entry is wrong whatever CAPE called its test on the day of filing: the words of today. */
export const INVALID_HTS: NonEmpty<Citation> = (NUMBER_TESTS.at(-1) ?? NUMBER_TESTS[0]).source;

/** Learning Resources v. Trump: from here some count the two years in which the court can be asked. */
export const RULING_DAY = day("2026-02-20");
