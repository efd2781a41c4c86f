import type { Meter } from "./cost.schema"

/**
 * Prices by use in US dollars, without taxes, free tiers and discounts.
 *
 * They are list prices as remembered, not read from a price list: compare them with
 * https://aws.amazon.com/pricing/ before a decision hangs on them, and bring `asOf` up to date with them. The account's
 * own bill is in the monthly report where it may be read.
 */
export type Prices = {
  /** Of one unit: a call, a GB-second, a request unit, a request, a mail, a byte, a byte for a month. */
  of: Record<Meter, number>
  asOf: string
  source: string
}

const million = 1e-6
const thousand = 1e-3
const gigabyte = 1 / 1024 ** 3

const asOf = "2026-11-28"
const source = "list prices as remembered"

export const prices: Record<string, Prices> = {
  "us-east-1": {
    asOf,
    source,
    of: {
      calls: 0.2 * million, // Lambda, requests
      apiCalls: 1.0 * million, // API Gateway, HTTP API
      gbSeconds: 0.0000133334, // Lambda on arm64
      readUnits: 0.125 * million, // DynamoDB on demand
      writeUnits: 0.625 * million,
      storageReads: 0.0004 * thousand, // S3 Standard, GET and the like
      storageWrites: 0.005 * thousand, // S3 Standard, PUT, COPY, POST, LIST
      mails: 0.1 * thousand, // SES
      logBytes: 0.5 * gigabyte, // CloudWatch Logs, ingestion
      cdnRequests: 1.0 * million, // CloudFront, HTTPS: 0.0100 for 10,000
      cdnBytes: 0.085 * gigabyte, // CloudFront, the first 10 TB
      storageByteMonths: 0.023 * gigabyte, // S3 Standard
      tableByteMonths: 0.25 * gigabyte, // DynamoDB, standard
    },
  },
  "ap-northeast-1": {
    asOf,
    source,
    of: {
      calls: 0.2 * million,
      apiCalls: 1.29 * million,
      gbSeconds: 0.0000133334,
      readUnits: 0.1425 * million,
      writeUnits: 0.715 * million,
      storageReads: 0.00037 * thousand,
      storageWrites: 0.0047 * thousand,
      mails: 0.1 * thousand,
      logBytes: 0.76 * gigabyte,
      cdnRequests: 1.2 * million, // Japan: 0.0120 for 10,000
      cdnBytes: 0.114 * gigabyte,
      storageByteMonths: 0.025 * gigabyte,
      tableByteMonths: 0.285 * gigabyte,
    },
  },
}

const usual = "us-east-1"

/** The prices of a region; those of us-east-1 where the table has none of it. */
export function pricesOf(region: string): Prices & { region: string } {
  const of = region in prices ? region : usual
  return { ...(prices[of] as Prices), region: of }
}
