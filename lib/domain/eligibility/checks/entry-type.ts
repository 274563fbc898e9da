import { FIRST_COVERED } from "../../law/entry-types";
import { asks, type Check, notes } from "../check";
import { isInsideCapeWindow } from "../inside-cape-window";

/** What CAPE does with the entry type on the day of filing. */
export const entryType: Check = ({ entryType: type, liquidation }, asOf, rules) => {
  const { treatment, source, confidence, from } = rules.entryType(type);
  switch (treatment) {
    case "excluded": {
      const since = from === FIRST_COVERED.day ? null : from;
      return [
        asks("excluded", { kind: "entry-type-excluded", entryType: type, since }, [source], confidence),
      ];
    }
    case "withdrawal":
      return isInsideCapeWindow(liquidation, asOf)
        ? [asks("cape-refund-later", { kind: "warehouse-withdrawal", entryType: type }, [source], confidence)]
        : [];
    case "unconfirmed":
      return [notes({ kind: "entry-type-unlisted", entryType: type }, [source], confidence)];
    case "accepted":
    case "accepted-while-suspended":
      return [];
  }
};
