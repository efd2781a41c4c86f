import { Blocklist } from "../../../core/blocklist"
import { command } from "../../command"
import { hashesOf, named } from "../../moderation/hash"
import { who } from "../../who"

export default command({
  summary: "blocks a picture: the very file, and what looks like it",
  details:
    "A hash, or a file here, which is hashed and sent nowhere. What is posted already stays: `moderation decide … quarantine` is for that.",
  examples: [
    "blocklist add sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 --why 'list of 2026-11'",
    "blocklist add picture.jpg --why 'letter of the police' --stage production",
  ],
  args: {
    what: { type: "positional", required: true, description: "sha256:…, dhash:…, or a file" },
    why: { type: "string", required: true, description: "where it comes from" },
  },
  async changes({ args, stage }) {
    await stage.link()
    return `block ${named(await hashesOf(args.what))} (${args.why})`
  },
  async run({ args, stage }) {
    const hashes = await hashesOf(args.what)
    await Blocklist.add(hashes, { why: args.why, by: await who(stage) })
    return { data: hashes, text: `Blocked: ${named(hashes)}.` }
  },
})
