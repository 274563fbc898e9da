import { expect, it } from "vitest";
import { usd, usdText } from "../money";
import { certainTotal } from "./certain-total";

it("adds certain refunds, and leaves out ranges and nets below zero", () => {
  expect(usdText(certainTotal([usd("10.50"), null, usd("-3.00"), usd("0"), usd("0.01")]))).toBe("10.51");
  expect(usdText(certainTotal([]))).toBe("0.00");
});
