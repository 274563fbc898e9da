import "server-only";

import { pool } from "./database";

export async function isDatabaseReady(): Promise<boolean> {
  try {
    await pool.query("SELECT 1");
    return true;
  } catch (error) {
    console.warn("The database does not answer:", error);
    return false;
  }
}
