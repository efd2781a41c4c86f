import { deadLettersOf, maySend } from "./dead-letters"
import { common, fromFile } from "./lambda"
import { links } from "./links"
import { maySendMail } from "./mail"
import {
  mayEscalate,
  mayInvalidate,
  mayReadLogs,
  mayUseTable,
  mayWriteStatus,
  onPhotos,
  type Statement,
} from "./permissions"
import { profile } from "./stage"

type Scheduled = {
  /** Of the function's file, and of all that is called after it. */
  name: string
  every: "1 minute" | "5 minutes" | "1 hour"
  permissions: Statement[]
  link: object[]
  seconds: number
  memory: number
}

const scheduled: Record<string, Scheduled> = {
  EveryMinute: {
    name: "every-minute",
    every: "1 minute",
    permissions: [...mayUseTable, mayInvalidate, ...mayEscalate],
    link: links.minute,
    seconds: 60,
    memory: 512,
  },
  Background: {
    name: "background",
    every: "1 minute",
    permissions: [...mayUseTable, ...(onPhotos.background ?? []), maySendMail],
    link: links.people,
    seconds: 600,
    memory: 1024,
  },
  Digest: {
    name: "digest",
    every: "1 hour",
    permissions: [...mayUseTable, maySendMail],
    link: links.people,
    seconds: 120,
    memory: 512,
  },
  Housekeeping: {
    name: "housekeeping",
    every: "1 hour",
    permissions: [...mayUseTable, ...(onPhotos.sweep ?? []), mayReadLogs, ...mayWriteStatus],
    link: links.photos,
    seconds: 180,
    memory: 512,
  },
  // Nobody waits for a development stage.
  ...(profile.canary
    ? {
        Canary: {
          name: "canary",
          every: "5 minutes",
          permissions: mayWriteStatus,
          link: links.canary,
          seconds: 150,
          memory: 512,
        } satisfies Scheduled,
      }
    : {}),
}

/** What runs by the clock. A run that failed is told, and kept as a dead letter; the next one comes as ever. */
export const schedules = Object.fromEntries(
  Object.entries(scheduled).map(([logical, { name, every, permissions, link, seconds, memory }]) => {
    const failed = deadLettersOf(name)
    const base = common(name, [...permissions, maySend(failed)])
    const made = new sst.aws.Function(logical, {
      ...base,
      ...fromFile(name),
      memory: `${memory} MB`,
      timeout: `${seconds} seconds`,
      link,
      // The next run does what this one did not.
      retries: 0,
      transform: {
        ...base.transform,
        eventInvokeConfig: { destinationConfig: { onFailure: { destination: failed.arn } } },
      },
    })
    new sst.aws.CronV2(`${logical}Schedule`, {
      schedule: `rate(${every})`,
      function: made.arn,
      retries: 2,
      dlq: failed.arn,
    })
    return [name, made]
  }),
)
