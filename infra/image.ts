import { deadLettersOf, maySend } from "./dead-letters"
import { common, fromFile } from "./lambda"
import { links } from "./links"
import { mayUpdateTable, mayUseTable, onPhotos } from "./permissions"
import { imageConcurrency, profile } from "./stage"
import { originals } from "./storage"

const unsaid = deadLettersOf("photo-given-up")

/** Told of a photo that failed to the end, so that its owner is. */
export const photoGivenUp = new sst.aws.Function("PhotoGivenUp", {
  ...common("photo-given-up", [...mayUpdateTable, maySend(unsaid)]),
  ...fromFile("photo-given-up"),
  memory: "256 MB",
  timeout: "30 seconds",
  link: links.photos,
  retries: 2,
  transform: {
    ...common("photo-given-up", []).transform,
    eventInvokeConfig: { destinationConfig: { onFailure: { destination: unsaid.arn } } },
  },
})

const failed = deadLettersOf("image-processing")
const base = common("image-processing", [
  ...mayUseTable,
  ...(onPhotos.process ?? []),
  { actions: ["lambda:InvokeFunction"], resources: [photoGivenUp.arn] },
  maySend(failed),
])

/** Makes the variants of what arrives below `incoming/`; several at once, and no more, whatever arrives. */
export const photoUploaded = new sst.aws.Function("PhotoUploaded", {
  ...base,
  ...fromFile("photo-uploaded"),
  memory: `${profile.imageMemory} MB`,
  timeout: "60 seconds",
  concurrency: imageConcurrency === "none" ? undefined : { reserved: imageConcurrency },
  link: links.photos,
  // Threads of sharp else keep memory in arenas of their own.
  environment: { ...base.environment, MALLOC_ARENA_MAX: "1" },
  retries: 2,
  transform: {
    ...base.transform,
    // Its owner is told, and the event is kept to be sent again.
    function: { deadLetterConfig: { targetArn: failed.arn } },
    eventInvokeConfig: { destinationConfig: { onFailure: { destination: photoGivenUp.arn } } },
  },
})

originals.notify({
  notifications: [
    {
      name: "PhotoUploaded",
      function: photoUploaded.arn,
      events: ["s3:ObjectCreated:*"],
      filterPrefix: "incoming/",
    },
  ],
})
