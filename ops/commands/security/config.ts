import {
  ConfigServiceClient,
  DescribeComplianceByConfigRuleCommand,
  GetComplianceDetailsByConfigRuleCommand,
} from "@aws-sdk/client-config-service"
import { command } from "../../command"
import { mark, table } from "../../output"
import { named, type Stage } from "../../stage"

export default command({
  summary: "says whether the stage keeps the rules of AWS Config, and what breaks one",
  details:
    "The rules are those of infra/compliance.ts, made where PHOTO_APP_CONFIG_RULES is set and the account records its resources.\nExit code 1 when one is broken.",
  examples: ["security config --stage production"],
  args: {},
  async run({ stage }) {
    const rules = await rulesOf(stage)
    const rows = rules.map(({ ok, ...rule }) => ({
      ...rule,
      ok: mark(ok),
      resources: rule.resources.join(" "),
    }))
    const listed = table(rows, [
      { of: "ok", as: "" },
      { of: "rule" },
      { of: "state" },
      { of: "resources", as: "broken by" },
    ])
    const none = `Stage ${stage.name} has no rules: set PHOTO_APP_CONFIG_RULES=true and deploy it.`
    return { data: rules, text: rules.length > 0 ? listed : none, ok: rules.every(({ ok }) => ok !== false) }
  },
})

type Rule = { rule: string; state: string; ok: boolean | undefined; resources: string[] }

async function rulesOf(stage: Stage): Promise<Rule[]> {
  const client = stage.client(ConfigServiceClient)
  const prefix = named(stage.name, "")
  const rules: Rule[] = []
  let NextToken: string | undefined
  do {
    const page = await client.send(new DescribeComplianceByConfigRuleCommand({ NextToken }))
    for (const { ConfigRuleName = "", Compliance } of page.ComplianceByConfigRules ?? []) {
      if (!ConfigRuleName.startsWith(prefix)) continue
      const state = Compliance?.ComplianceType ?? "INSUFFICIENT_DATA"
      const judged = state === "COMPLIANT" || state === "NON_COMPLIANT"
      rules.push({
        rule: ConfigRuleName.slice(prefix.length),
        state: state.toLowerCase().replaceAll("_", " "),
        ok: judged ? state === "COMPLIANT" : undefined,
        resources: state === "NON_COMPLIANT" ? await breakersOf(client, ConfigRuleName) : [],
      })
    }
    NextToken = page.NextToken
  } while (NextToken)
  return rules
}

async function breakersOf(client: ConfigServiceClient, ConfigRuleName: string): Promise<string[]> {
  const { EvaluationResults = [] } = await client.send(
    new GetComplianceDetailsByConfigRuleCommand({
      ConfigRuleName,
      ComplianceTypes: ["NON_COMPLIANT"],
      Limit: 20,
    }),
  )
  return EvaluationResults.flatMap(
    ({ EvaluationResultIdentifier }) =>
      EvaluationResultIdentifier?.EvaluationResultQualifier?.ResourceId ?? [],
  )
}
