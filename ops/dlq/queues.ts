import { LambdaClient } from "@aws-sdk/client-lambda"
import { SQSClient } from "@aws-sdk/client-sqs"
import type { DeadLetter } from "../../core/dead-letter"
import { named, type Stage } from "../stage"
import { recordsOf } from "./stream"

/** A stage's dead letters as an operator reaches them: for as long as somebody decides, the stream as well. */
export const postOf = (stage: Stage): DeadLetter.Post => ({
  named: (thing) => named(stage.name, thing),
  sqs: stage.client(SQSClient),
  lambda: stage.client(LambdaClient),
  heldSeconds: 300,
  recordsOf: (batch) => recordsOf(stage, batch),
})
