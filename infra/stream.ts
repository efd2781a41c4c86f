import { deadLettersOf, maySend } from "./dead-letters"
import { common, fromFile } from "./lambda"
import { links } from "./links"
import { maySendMail } from "./mail"
import { mayInvalidate, mayUseTable, onPhotos } from "./permissions"
import { table } from "./table"

const failed = deadLettersOf("table-changed")

/** What follows from a change of the table: feeds, notifications, mails, what the CDN is to show or to forget. */
export const tableChanged = new sst.aws.Function("TableChanged", {
  ...common("table-changed", [
    ...mayUseTable,
    ...(onPhotos.follow ?? []),
    maySendMail,
    mayInvalidate,
    maySend(failed),
    {
      actions: ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map(
        (name) => `dynamodb:${name}`,
      ),
      resources: [table.nodes.table.streamArn],
    },
  ]),
  ...fromFile("table-changed"),
  memory: "1024 MB",
  timeout: "60 seconds",
  link: links.follow,
})

table.subscribe("TableChanged", tableChanged.arn, {
  transform: {
    eventSourceMapping: {
      // From the beginning: what was written while this was being made is not lost.
      startingPosition: "TRIM_HORIZON",
      batchSize: 100,
      functionResponseTypes: ["ReportBatchItemFailures"],
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: 5,
      // As long as the stream keeps it.
      maximumRecordAgeInSeconds: 86_400,
      destinationConfig: { onFailure: { destinationArn: failed.arn } },
    },
  },
})
