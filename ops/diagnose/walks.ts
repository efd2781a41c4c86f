import type { Step } from "./step"
import { outages, storageAnswers, tableAnswers } from "./steps/answers"
import { cachedAnswer } from "./steps/cached-answer"
import { clock } from "./steps/clock"
import { coldStarts } from "./steps/cold-starts"
import { concurrency } from "./steps/concurrency"
import { copies } from "./steps/copies"
import { deadLetters } from "./steps/dead-letters"
import { environment } from "./steps/environment"
import { failingFunctions } from "./steps/failing-functions"
import { firewall, gatewayAnswers } from "./steps/gateway"
import { memoryOf } from "./steps/memory"
import { permissions } from "./steps/permissions"
import { processing } from "./steps/processing"
import {
  aroundCdn,
  cookieUnreadable,
  foreignOrigin,
  otherRefusals,
  ownLimits,
  scopeMissing,
  sessionEnded,
  tokenExpiry,
} from "./steps/refusals"
import { signedLink } from "./steps/signed-link"
import { siteUrl } from "./steps/site-url"
import { sizeLimit } from "./steps/size-limit"
import { slowQueries } from "./steps/slow-queries"
import { slowRequests } from "./steps/slow-requests"
import { storageFailures } from "./steps/storage-failures"
import { stuckPhotos } from "./steps/stuck-photos"
import { tableThrottling } from "./steps/table-throttling"
import { timeoutOf } from "./steps/timeouts"
import { unhandled } from "./steps/unhandled"
import { bucketPolicy, uploadDoor } from "./steps/upload-door"
import { waitingInvalidations } from "./steps/waiting-invalidations"

/** What each walk asks, in order, as the runbook has it. A new question is a step of its own, and a word here. */
export const walks = {
  "slow-api": [
    slowRequests,
    tableThrottling,
    slowQueries,
    coldStarts,
    memoryOf("api"),
    timeoutOf("api"),
    concurrency,
  ],
  upload: [
    storageFailures,
    permissions,
    processing,
    sizeLimit,
    bucketPolicy,
    uploadDoor,
    clock,
    stuckPhotos,
    failingFunctions(["image-processing", "photo-given-up"]),
    timeoutOf("image-processing"),
    memoryOf("image-processing"),
    deadLetters,
  ],
  cache: [
    waitingInvalidations,
    copies,
    cachedAnswer,
    failingFunctions(["stream", "every-minute"]),
    deadLetters,
  ],
  "500": [unhandled, tableAnswers, storageAnswers, outages, permissions, failingFunctions(), environment],
  "403": [
    tokenExpiry,
    sessionEnded,
    cookieUnreadable,
    foreignOrigin,
    siteUrl,
    aroundCdn,
    scopeMissing,
    otherRefusals,
    signedLink,
    clock,
    gatewayAnswers(403),
    firewall,
  ],
  "429": [ownLimits, gatewayAnswers(429), tableThrottling, concurrency],
} satisfies Record<string, readonly Step[]>
