// Screens one file and prints the most memory that this process ever had, in megabytes: `node … FILE`.
import { screenFile } from "./engine.mjs";

await screenFile(process.argv[2]);
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
