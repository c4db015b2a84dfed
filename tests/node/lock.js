// Takes every address out of package-lock.json: packages and their hashes stay, no host is named.
import { readFileSync, writeFileSync } from "node:fs";

const name = new URL("package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(name, "utf8"));
for (const entry of Object.values(lock.packages)) {
  delete entry.resolved;
  delete entry.funding;
}
writeFileSync(name, JSON.stringify(lock, null, 2) + "\n");
