import { IEEPA_WINDOW } from "../../law/chapter-99";
import { ieepaPaidOnLines } from "../../refund/refund-of";
import { asks, type Check } from "../check";

/**
 * IEEPA duty was due on goods entered inside the window and on no others; a zone entry (type 06) too goes by its day of
 * entry, a warehouse withdrawal by the day of the withdrawal.
 */
export const entryWindow: Check = ({ entryDate, dutiable, money }) => {
  const { from, until, source } = IEEPA_WINDOW;
  if (from <= entryDate && entryDate <= until) return [];
  const outside = asks("not-ieepa", { kind: "entered-outside-window", enteredOn: entryDate, from, until }, [
    source,
  ]);
  if (!dutiable) return [outside];
  const paid = ieepaPaidOnLines(money).max;
  return [
    asks("not-ieepa", { kind: "ieepa-duty-outside-window", enteredOn: entryDate, paid }, [source]),
    outside,
  ];
};
