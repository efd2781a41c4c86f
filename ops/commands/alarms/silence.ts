import {
  CloudWatchClient,
  DisableAlarmActionsCommand,
  EnableAlarmActionsCommand,
} from "@aws-sdk/client-cloudwatch"
import { type Alarm, alarmOf, alarmsOf } from "../../alarms/alarms"
import { command } from "../../command"
import { OpsProblem } from "../../problem"
import type { Stage } from "../../stage"

export default command({
  summary: "lets alarms ring without telling anybody, until they are told to speak again",
  details:
    "For a change that is known to be noisy. It does not end by itself: `alarms silence --end` ends it, `alarms list` and `health`\nshow what is silent, and a deployment makes every alarm speak again.",
  examples: ["alarms silence CDN-Errors --stage production", "alarms silence --end --all --stage production"],
  args: {
    names: {
      type: "positional",
      required: false,
      valueHint: "name …",
      description: "what `alarms list` said",
    },
    all: { type: "boolean", description: "all of them" },
    end: { type: "boolean", description: "makes them speak again" },
  },
  async changes({ args, stage }) {
    const names = (await chosen(stage, args._, args.all)).map(({ name }) => name)
    return names.length > 0 ? `${args.end ? "make speak again" : "silence"} ${names.join(", ")}` : undefined
  },
  async run({ args, stage }) {
    const alarms = await chosen(stage, args._, args.all)
    const Command = args.end ? EnableAlarmActionsCommand : DisableAlarmActionsCommand
    for (const region of new Set(alarms.map((alarm) => alarm.region))) {
      const AlarmNames = alarms.filter((alarm) => alarm.region === region).map(({ name }) => name)
      await stage.client(CloudWatchClient, region).send(new Command({ AlarmNames }))
    }
    const data = { alarms: alarms.map(({ name }) => name), silenced: !args.end }
    return { data, text: `${alarms.length} alarms ${args.end ? "speak again" : "are silenced"}.` }
  },
})

async function chosen(stage: Stage, names: readonly string[], all: boolean | undefined): Promise<Alarm[]> {
  if (names.length > 0) return Promise.all(names.map((name) => alarmOf(stage, name)))
  if (all) return alarmsOf(stage)
  throw new OpsProblem("Name alarms, or --all.")
}
