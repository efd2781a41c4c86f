import { z } from "zod"
import { Limits, OAuth } from "../core/settings.schema"
import { ContactsOrLevels, contacts, examplesIn } from "./contacts"
import { profiles } from "./stages"

type Env = Record<string, string | undefined>

const json = (text: string, context: z.core.$RefinementCtx) => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    context.addIssue({ code: "custom", message: "must be JSON" })
    return z.NEVER
  }
}
const asJson = <S extends z.ZodType>(schema: S) => z.string().transform(json).pipe(schema)

const Host = z.string().regex(/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be a host name such as example.com")
const Dollars = z.coerce.number("must be a number of US dollars").positive("must be above 0")
const Count = z.coerce
  .number("must be a whole number")
  .int("must be a whole number")
  .positive("must be above 0")
const YesNo = z.enum(["true", "false"], "must be true or false").transform((text) => text === "true")
const mailFrom = /^(?:[^<>@"]+<([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+))$/

/** What whoever deploys decides, each as an environment variable, or a line in `.env.<stage>`. */
const variables = {
  /** Host of the site; without one it is the distribution's own. */
  PHOTO_APP_DOMAIN: Host.optional(),
  /** Host of the API; `api.` before a bare domain, `api-staging.` in place of a first label `staging.`. */
  PHOTO_APP_API_DOMAIN: Host.optional(),
  /** A certificate that covers both; without one it is issued, and validated through Route 53. */
  PHOTO_APP_CERTIFICATE_ARN: z
    .string()
    .regex(
      /^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
      "must be the ARN of a certificate in us-east-1, where the CDN reads it",
    )
    .optional(),
  PHOTO_APP_REGION: z
    .string()
    .regex(/^[a-z]{2}-[a-z]+-\d$/, "must be an AWS region such as ap-northeast-1")
    .default("ap-northeast-1"),
  PHOTO_APP_SITE_NAME: z.string().min(1).max(40).optional(),
  /** Who mails come from, `Name <address>`; `no-reply@` the domain where there is one. */
  PHOTO_APP_MAIL_FROM: z.string().regex(mailFrom, "must be written as Name <address>").optional(),
  /** `existing` where SES knows the sender already, because another stage of the account made it. */
  PHOTO_APP_MAIL_IDENTITY: z.enum(["create", "existing"]).default("create"),
  PHOTO_APP_EMAIL_VERIFICATION: z.enum(["required", "optional"]).optional(),
  /** Who is told of alarms and of the bill. */
  PHOTO_APP_ALARM_EMAIL: z.email("must be an e-mail address").optional(),
  /** Whom incidents go to, as JSON in the form of infra/contacts.json or its levels alone; instead of that file. */
  PHOTO_APP_ESCALATION: asJson(ContactsOrLevels).optional(),
  PHOTO_APP_MONTHLY_BUDGET_USD: Dollars.optional(),
  /** From how many dollars above the usual an anomaly of the bill is told. */
  PHOTO_APP_ANOMALY_USD: Dollars.default(20),
  /** The account's monitor of services, where it has one: AWS allows a single one. */
  PHOTO_APP_COST_MONITOR_ARN: z
    .string()
    .regex(/^arn:aws:ce::\d{12}:anomalymonitor\/[\w-]+$/, "must be the ARN of a cost anomaly monitor")
    .optional(),
  /** Photos that are processed at once: what caps the bill of an upload storm. `none` in an account that is so new that
   * AWS lets it reserve nothing. */
  PHOTO_APP_IMAGE_CONCURRENCY: z
    .union([z.literal("none"), Count], "must be a whole number above 0, or none")
    .optional(),
  /** Requests of one address in five minutes above which the firewall blocks it. */
  PHOTO_APP_REQUESTS_PER_ADDRESS: Count.min(100, "must be 100 or more").max(2_000_000_000).optional(),
  /** Where the runbook is read: alarms link its sections. */
  PHOTO_APP_RUNBOOK: z.string().min(1).default("docs/operations.md"),
  /** Rules of AWS Config, where the account records its resources. */
  PHOTO_APP_CONFIG_RULES: YesNo.default(false),
  PHOTO_APP_ALLOW_AI_TRAINING: YesNo.default(false),
  /** Who runs the site, and where people write to; the pages about terms and privacy name both. */
  PHOTO_APP_OPERATOR_NAME: z.string().min(1).max(80).optional(),
  PHOTO_APP_CONTACT_EMAIL: z.email("must be an e-mail address").optional(),
  /** How old one has to be to join, and for how many days a deleted account can come back. */
  PHOTO_APP_MINIMUM_AGE: Count.min(13, "must be 13 or more").max(21).optional(),
  PHOTO_APP_DELETION_GRACE_DAYS: z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(0)
    .max(90, "must be 90 or fewer")
    .optional(),
  /** Bounds that this stage changes, and who else may sign people in: JSON, as core reads it. */
  PHOTO_APP_LIMITS: asJson(Limits.partial().strict()).default({}),
  PHOTO_APP_OAUTH: asJson(OAuth).default({}),
}
/** Their names. */
export const settingNames = Object.keys(variables)
const prefix = "PHOTO_APP_"

/** Versions, newest first: `id:secret,id:secret`. */
const Versions = z
  .string()
  .regex(
    /^\w+:[\w-]{32,128}(,\w+:[\w-]{32,128})*$/,
    "must be written as id:secret[,id:secret], each of 32 to 128 characters",
  )
/** The secrets that every stage has. */
export const secretNames = ["AuthSecret", "EmailKey", "CursorKey", "TokenKey", "CdnSecret"] as const
export const providerSecrets = {
  google: "GoogleSecret",
  github: "GithubSecret",
  cognito: "CognitoSecret",
} as const

/** Of the canary's account, in the stages that have one; any text that is long enough. */
export const canarySecret = "CanarySecret"
const Password = z.string().min(24, "must have 24 characters or more")

/** A stage that may be deployed to; any other is somebody's own, and as small as development. */
export type Kind = "development" | "staging" | "production"
export const kindOf = (stage: string): Kind =>
  stage === "production" || stage === "staging" ? stage : "development"

export type StageSettings = ReturnType<typeof readSettings>

/**
 * Reads the settings of a stage. An empty variable counts as absent.
 * @throws Error with a line for everything that is missing or wrong; nothing was created then
 */
export function readSettings(stage: string, env: Env = process.env) {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name.startsWith(prefix) && value?.trim()),
  )
  const { data, error } = z.strictObject(variables).safeParse(given)
  if (!data) throw refusal(stage, error.issues.map(explain))
  const kind = kindOf(stage)
  const oauth = data.PHOTO_APP_OAUTH
  const linked = (Object.keys(providerSecrets) as (keyof typeof providerSecrets)[]).flatMap((provider) =>
    oauth[provider] ? [providerSecrets[provider]] : [],
  )
  const domain = data.PHOTO_APP_DOMAIN
  const sender =
    data.PHOTO_APP_MAIL_FROM ?? (domain && `${data.PHOTO_APP_SITE_NAME ?? "Ichimai"} <no-reply@${domain}>`)
  const faults = [
    ...missing(kind, data),
    ...(sender ? [] : ["PHOTO_APP_MAIL_FROM is missing: who mails come from, where there is no domain."]),
    ...secretFaults(stage, linked, env),
    ...(profiles[kind].canary ? faultsOf(stage, canarySecret, Password, env) : []),
  ]
  if (faults.length > 0) throw refusal(stage, faults)
  return {
    kind,
    domain,
    apiDomain: domain && (data.PHOTO_APP_API_DOMAIN ?? apiHost(domain)),
    ...rest(data),
    mailFrom: sender ?? "",
    providerSecrets: linked,
  }
}

type Data = z.output<z.ZodObject<typeof variables>>

const contactsOf = ({ PHOTO_APP_ESCALATION: own }: Data) =>
  own ?? (examplesIn(contacts).length > 0 ? undefined : contacts)

const rest = (data: Data) => ({
  certificate: data.PHOTO_APP_CERTIFICATE_ARN,
  region: data.PHOTO_APP_REGION,
  siteName: data.PHOTO_APP_SITE_NAME,
  mailIdentity: data.PHOTO_APP_MAIL_IDENTITY,
  emailVerification: data.PHOTO_APP_EMAIL_VERIFICATION,
  alarmEmail: data.PHOTO_APP_ALARM_EMAIL,
  // The examples' addresses are somebody's, or nobody's: they are never written to.
  onCall: contactsOf(data)?.onCall,
  escalation: contactsOf(data)?.levels ?? [],
  monthlyBudget: data.PHOTO_APP_MONTHLY_BUDGET_USD,
  anomaly: data.PHOTO_APP_ANOMALY_USD,
  costMonitor: data.PHOTO_APP_COST_MONITOR_ARN,
  imageConcurrency: data.PHOTO_APP_IMAGE_CONCURRENCY,
  requestsPerAddress: data.PHOTO_APP_REQUESTS_PER_ADDRESS,
  runbook: data.PHOTO_APP_RUNBOOK,
  configRules: data.PHOTO_APP_CONFIG_RULES,
  allowAiTraining: data.PHOTO_APP_ALLOW_AI_TRAINING,
  operatorName: data.PHOTO_APP_OPERATOR_NAME,
  contactEmail: data.PHOTO_APP_CONTACT_EMAIL,
  minimumAge: data.PHOTO_APP_MINIMUM_AGE,
  deletionGraceDays: data.PHOTO_APP_DELETION_GRACE_DAYS,
  limits: data.PHOTO_APP_LIMITS,
  oauth: data.PHOTO_APP_OAUTH,
})

function missing(kind: Kind, data: Data): string[] {
  const needs = (name: keyof typeof data & string, why: string) =>
    data[name] ? [] : [`${name} is missing: ${why}`]
  const alone = (name: keyof typeof data & string) =>
    data[name] && !data.PHOTO_APP_DOMAIN ? [`${name} needs PHOTO_APP_DOMAIN as well.`] : []
  return [
    ...alone("PHOTO_APP_CERTIFICATE_ARN"),
    ...alone("PHOTO_APP_API_DOMAIN"),
    ...(kind === "production"
      ? [
          ...needs("PHOTO_APP_ALARM_EMAIL", "in production somebody is told of alarms."),
          ...(contactsOf(data)
            ? []
            : needs(
                "PHOTO_APP_ESCALATION",
                "in production somebody answers when the first does not; infra/contacts.json holds examples.",
              )),
          ...needs("PHOTO_APP_MONTHLY_BUDGET_USD", "what a month may cost, in US dollars."),
        ]
      : []),
  ]
}

const Given = z.string()
const secretFaults = (stage: string, linked: readonly string[], env: Env) => [
  ...secretNames.flatMap((name) => faultsOf(stage, name, Versions, env)),
  ...linked.flatMap((name) => faultsOf(stage, name, Given, env)),
]

/** What is wrong with a secret; its value is never said. */
function faultsOf(stage: string, name: string, schema: z.ZodType, env: Env): string[] {
  const value = env[`SST_SECRET_${name}`]
  const fault = value ? schema.safeParse(value).error?.issues[0]?.message : "is missing"
  return fault ? [`The secret ${name} ${fault}: npx sst secret set ${name} --stage ${stage}`] : []
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys" && issue.path.length === 0) {
    return `${issue.keys.join(", ")}: no such setting. There are: ${settingNames.join(", ")}.`
  }
  const [name, ...inside] = issue.path.map(String)
  return `${name}${inside.length > 0 ? `, at ${inside.join(".")}` : ""}: ${issue.message}.`
}

const refusal = (stage: string, faults: readonly string[]) =>
  new Error(
    [
      `The stage "${stage}" cannot be deployed; nothing was changed.`,
      ...faults.map((fault) => `- ${fault}`),
    ].join("\n"),
  )

/** A certificate for `*.example.com` covers one label: the API of `staging.example.com` is `api-staging.example.com`. */
export function apiHost(domain: string): string {
  const [label = "", ...parent] = domain.split(".")
  const registry = /^(co|ne|or|ac|go|gr|ed|lg|com|net|org|gov|edu)\.[a-z]{2}$/
  const bare = parent.length < 2 || registry.test(parent.join("."))
  return bare ? `api.${domain}` : `api-${label}.${parent.join(".")}`
}
