import { day, usd, type Day, type Usd } from "@/lib/domain";

import type { Prisma } from "./generated/prisma/client";

/** A `numeric` column through its text: a database Decimal would bring its own precision into later arithmetic. */
export const toUsd = (amount: Prisma.Decimal): Usd => usd(amount.toFixed());
export const toUsdOrNull = (amount: Prisma.Decimal | null): Usd | null => amount && toUsd(amount);

/** A `date` column: the driver reads it as midnight UTC. */
export const toDay = (column: Date): Day => day(column.toISOString().slice(0, 10));
export const toDayOrNull = (column: Date | null): Day | null => column && toDay(column);
export const fromDay = (on: Day): Date => new Date(`${on}T00:00:00Z`);
