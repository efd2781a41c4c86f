// npm run shapes:write: writes down how this release stores its rows, for later releases to be held against.
import { writeFileSync } from "node:fs"

// Before core is imported. No table is used: entities only have to be bound to one.
process.env.SST_RESOURCE_Table = JSON.stringify({ name: "shapes" })
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true"
const { faultsBetween } = await import("./faults")
const { fileOf, fixtures, present } = await import("./fixtures")

const now = present()
const known = fixtures.find(({ release }) => release === now.release)
const faults = known ? faultsBetween(known, now) : []
if (faults.length > 0 && !process.argv.includes("--unreleased")) {
  console.error(
    [
      `Rows as ${now.release} stores them would not fit any more:`,
      ...faults.map((fault) => `  ${fault}`),
      "Make the change in two releases: first write both, then read the new alone. If none of this was ever deployed,",
      "npm run shapes:write -- --unreleased writes it down as it is now.",
    ].join("\n"),
  )
  process.exit(1)
}
writeFileSync(fileOf(now.release), `${JSON.stringify(now, null, 1)}\n`)
process.stdout.write(`Written: ${Object.keys(now.shapes).length} entities as ${now.release} stores them.\n`)
