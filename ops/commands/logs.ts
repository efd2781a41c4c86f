import { command } from "../command"
import { countOf, lengthOf, momentOf, periodArgs, periodOf } from "../logs/period"
import { asJson, shown } from "../logs/show"
import { type LogEvent, logNameOf, logNames } from "../logs/source"

export default command({
  summary: "shows a log of a stage, of a period or as it is written, through a filter pattern",
  details: [
    "api: the server's own log, with who asked for what. access: what API Gateway saw. image-processing: photos.",
    "stream: what follows from changes of the table. waf: what the firewall blocked. Then the functions by their names.",
    'Filters are those of CloudWatch Logs, here for every stage: ERROR, "a phrase", ?ANY ?OF, -without,',
    '{ $.status >= 400 && $.path = "/api/*" }, [ip, user, ..., status = 4*].',
  ].join("\n"),
  examples: [
    "logs api --follow --stage production",
    "logs api --since 7d --filter ERROR --stage production",
    "logs api --filter '{ $.user_id = \"usr_01J8Z0V6KQ4N1X5T7W9Y3B2D4F\" }' --stage production",
    "logs access --filter '{ $.responseTime > 5000 || $.status >= 400 }' --json",
    "logs waf --filter '{ $.action = \"BLOCK\" }' --stage production",
  ],
  args: {
    log: { type: "positional", required: true, valueHint: logNames.join("|"), description: "which log" },
    ...periodArgs,
    since: { ...periodArgs.since, default: "1h" },
    filter: { type: "string", valueHint: "pattern", description: "a filter pattern of CloudWatch Logs" },
    follow: { type: "boolean", alias: "f", description: "go on with what is written, until Ctrl+C" },
    for: { type: "string", valueHint: "length", description: "follow no longer than this: 10s, 5m" },
    limit: { type: "string", default: "10000", description: "the most events to show of a period" },
  },
  async run({ args, stage, emit }) {
    const source = stage.log(logNameOf(args.log))
    const print = (event: LogEvent) => emit(args.json ? JSON.stringify(asJson(event)) : shown(event))
    if (args.follow || args.for) {
      const signal = args.for ? AbortSignal.timeout(lengthOf(args.for)) : new AbortController().signal
      const query = { since: momentOf(args.since), filter: args.filter }
      for await (const event of source.follow(query, signal)) print(event)
      return { data: undefined, text: "" }
    }
    const events: LogEvent[] = []
    const limit = countOf(args.limit)
    let more = false
    for await (const event of source.search({ ...periodOf(args), filter: args.filter })) {
      more = events.length === limit
      if (more) break
      events.push(event)
      if (!args.json) print(event)
    }
    const end = more ? `There are more than ${limit}: narrow the period, or raise --limit.` : undefined
    const none = events.length === 0 ? `Nothing in ${source.place} since ${args.since} fits.` : undefined
    return {
      data: { log: source.place, events: events.map(asJson), more },
      text: end ?? none ?? "",
    }
  },
})
