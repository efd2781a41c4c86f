import { alarm } from "./alarm"
import { deadLetters } from "./dead-letters"
import { ofFunction, ofQueue } from "./metrics"
import { imageConcurrency, named } from "./stage"

/** Functions that fail, are held back, come late, or give up. */
export function watchFunctions() {
  const functions = Object.keys(deadLetters)
  for (const name of ["api", ...functions]) watchErrors(name)
  for (const [name, queue] of Object.entries(deadLetters)) watchQueue(name, queue)
  const image = ofFunction(named("image-processing"))
  alarm({
    name: "ImageProcessing-Late",
    means: "Photos wait for more than five minutes before anything looks at them.",
    section: "photos",
    watch: image("AsyncEventAge", "Maximum"),
    above: 300_000,
    minutes: 5,
    times: 2,
    urgency: "ticket",
  })
  if (imageConcurrency !== "none") {
    alarm({
      name: "ImageProcessing-AtItsCap",
      means: "As many photos as may be are processed at once, for a quarter of an hour.",
      section: "throttles",
      watch: image("ConcurrentExecutions", "Maximum"),
      above: imageConcurrency - 1,
      minutes: 5,
      times: 3,
      urgency: "ticket",
    })
  }
  alarm({
    name: "TableChanged-Late",
    means: "What follows from a change of the table follows more than five minutes later.",
    section: "stream",
    watch: ofFunction(named("table-changed"))("IteratorAge", "Maximum"),
    above: 300_000,
    minutes: 5,
    times: 2,
    urgency: "page",
  })
  if (functions.includes("canary")) {
    alarm({
      name: "Canary-Silent",
      means: "Nobody has tried for a quarter of an hour whether the site works.",
      section: "canary",
      watch: ofFunction(named("canary"))("Invocations", "Sum"),
      below: 1,
      minutes: 15,
      silenceIsBad: true,
      urgency: "page",
    })
  }
  alarm({
    name: "Account-Concurrency",
    means: "The account runs more than 80 % of the functions that it may run at once.",
    section: "throttles",
    watch: { namespace: "AWS/Lambda", metric: "ConcurrentExecutions", stat: "Maximum", dimensions: {} },
    above: 800,
    minutes: 5,
    times: 2,
    urgency: "page",
  })
}

function watchErrors(name: string) {
  const of = ofFunction(named(name))
  // Of what is tried again by itself a few failures are no news.
  const rate = name === "api" || name === "image-processing"
  alarm({
    name: `Errors-${name}`,
    means: rate ? `More than 5 % of the runs of ${name} fail.` : `The function ${name} failed.`,
    section: name === "canary" ? "canary" : "functions",
    watch: rate
      ? { share: of("Errors", "Sum"), of: of("Invocations", "Sum"), atLeast: 10 }
      : of("Errors", "Sum"),
    above: rate ? 5 : 0,
    minutes: 5,
    times: { "table-changed": 3, canary: 2 }[name] ?? 1,
    urgency: name === "api" || name === "canary" ? "page" : "ticket",
  })
  // How often it is held back is what its cap is for.
  if (name === "image-processing") return
  alarm({
    name: `Throttles-${name}`,
    means: `The function ${name} was not allowed to run.`,
    section: "throttles",
    watch: of("Throttles", "Sum"),
    above: 0,
    minutes: 5,
    urgency: name === "api" ? "page" : "ticket",
  })
}

function watchQueue(name: string, queue: aws.sqs.Queue) {
  const of = ofQueue(queue.name)
  alarm({
    name: `DeadLetters-${name}`,
    means: `Something that ${name} was to do failed to the end.`,
    section: "deadLetters",
    watch: of("ApproximateNumberOfMessagesVisible"),
    above: 0,
    minutes: 5,
    urgency: "ticket",
  })
  alarm({
    name: `DeadLetterAge-${name}`,
    means: `What ${name} failed to do waits for more than a day, and is lost after fourteen.`,
    section: "deadLetters",
    watch: of("ApproximateAgeOfOldestMessage"),
    above: 86_400,
    minutes: 60,
    urgency: "ticket",
  })
  const fn = ofFunction(named(name))
  alarm({
    name: `Lost-${name}`,
    means: `A failure of ${name} could not be kept as a dead letter.`,
    section: "deadLetters",
    watch: { sum: [fn("DeadLetterErrors", "Sum"), fn("DestinationDeliveryFailures", "Sum")] },
    above: 0,
    minutes: 5,
    urgency: "page",
  })
}
