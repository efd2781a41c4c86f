import { named } from "./stage"

/** Every queue of what failed to the end, by the function that failed. */
export const deadLetters: Record<string, aws.sqs.Queue> = {}

/** A queue for what a function failed to the end: kept for two weeks, for whoever looks into it and sends it again. */
export function deadLettersOf(name: string): aws.sqs.Queue {
  const logical = name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())
  const queue = new aws.sqs.Queue(`${logical}DeadLetters`, {
    name: named(`${name}-dead-letters`),
    messageRetentionSeconds: 14 * 86_400,
    sqsManagedSseEnabled: true,
  })
  new aws.sqs.QueuePolicy(`${logical}DeadLettersPolicy`, {
    queueUrl: queue.url,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          effect: "Deny",
          principals: [{ type: "*", identifiers: ["*"] }],
          actions: ["sqs:*"],
          resources: [queue.arn],
          conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
        },
      ],
    }).json,
  })
  deadLetters[name] = queue
  return queue
}

export const maySend = (queue: aws.sqs.Queue) => ({ actions: ["sqs:SendMessage"], resources: [queue.arn] })
