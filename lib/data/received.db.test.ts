import { describe, expect, it } from "vitest";

import { day, usd, usdText } from "@/lib/domain";

import { receivedOf } from "./received";
import { typedPaymentsOf, type NewPayment } from "./refund-rows";
import { inOrganization, type TenantScope } from "./tenant";
import { anOrganization } from "./testing/an-organization";

const pay = (scope: TenantScope, refundNumber: string, total: string, change: Partial<NewPayment> = {}) =>
  inOrganization(scope, (t) =>
    typedPaymentsOf(t).add({
      ...{ refundNumber, payeeNumber: null, day: day("2026-11-18"), status: "issued", trace: null },
      ...{ total: usd(total), ...change },
    }),
  );

const seenBy = async (scope: TenantScope) => {
  const { basis, total, weeks } = await inOrganization(scope, receivedOf);
  return [basis, usdText(total), weeks.map(({ monday, amount }) => `${monday} ${usdText(amount)}`)];
};

describe("what was received", () => {
  it("is nothing, on claims, where nobody has told of a payment", async () => {
    expect(await seenBy(await anOrganization("Harbor"))).toEqual(["claims", "0.00", []]);
  });

  it("is what Treasury issued and nobody returned, by the week of its day", async () => {
    const scope = await anOrganization("Harbor");
    await pay(scope, "R1", "100.10");
    await pay(scope, "R2", "50.05", { day: day("2026-11-16") });
    await pay(scope, "R3", "7.00", { day: day("2026-11-15") });
    await pay(scope, "R4", "900.00", { status: "returned" });
    await pay(scope, "R5", "900.00", { status: "diverted" });
    await pay(scope, "R6", "900.00", { status: "sent" });
    expect(await seenBy(scope)).toEqual(["payments", "157.15", ["2026-11-09 7.00", "2026-11-16 150.15"]]);
  });

  it("counts a payment that was typed twice once", async () => {
    const scope = await anOrganization("Harbor");
    await pay(scope, "R1", "100.10");
    await pay(scope, "r-1", "100.10");
    expect(await seenBy(scope)).toEqual(["payments", "100.10", ["2026-11-16 100.10"]]);
  });
});
