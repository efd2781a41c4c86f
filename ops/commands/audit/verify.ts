import { Audit } from "../../../core/audit"
import { config } from "../../../core/config"
import { linkBuckets } from "../../buckets"
import { command } from "../../command"
import { table } from "../../output"
import { OpsProblem } from "../../problem"

export default command({
  summary:
    "holds the audit of a day against its copies under lock: what was changed, removed, or never copied",
  details:
    "Changes nothing. An entry of the last minute may not be copied yet. Days before the deployment that brought the copies have none. Exit code 1 when something differs.",
  examples: ["audit verify", "audit verify --day 2026-11-28 --stage production"],
  args: { day: { type: "string", description: "the day, UTC; today when not given" } },
  async run({ args, stage }) {
    const day = args.day ?? new Date().toISOString().slice(0, 10)
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new OpsProblem(`${day} is no day.`, "As in 2026-11-28.")
    await linkBuckets(stage)
    if (!process.env.SST_RESOURCE_Evidence)
      throw new OpsProblem(`Stage ${stage.name} has no bucket for evidence yet.`, "Deploy it once.")
    const { entries, faults } = await Audit.verifyDay(day)
    const text =
      faults.length > 0
        ? table(faults, [{ of: "auditId" }, { of: "fault" }])
        : `All ${entries} entries of ${day} are as they were noted.`
    return { data: { day, entries, faults, bucket: config.evidenceBucket }, text, ok: faults.length === 0 }
  },
})
