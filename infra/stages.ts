import type { Kind } from "./settings"

/** How large a kind of stage is, and how long it remembers. */
export type Profile = {
  /** Memory of the server and of image processing, in MB; a full CPU is 1769. */
  serverMemory: number
  imageMemory: number
  /** Photos processed at once, unless the stage's settings say otherwise. */
  imageConcurrency: number
  logs: "1 week" | "1 month" | "3 months"
  logLevel: "DEBUG" | "INFO"
  /** The longest that the CDN keeps anything, in seconds. */
  cdnSeconds: number
  firewall: boolean
  /** Whether somebody tries every few minutes what people come for. */
  canary: boolean
  requestsPerAddress: number
  /** Requests a second that the API takes, and in a burst. */
  apiRate: number
  apiBurst: number
  /** US dollars a month, unless the stage's settings say otherwise. */
  budget: number
  emailVerification: "required" | "optional"
}

const year = 31_536_000

export const profiles: Readonly<Record<Kind, Profile>> = {
  development: {
    serverMemory: 1024,
    imageMemory: 1769,
    imageConcurrency: 2,
    logs: "1 week",
    logLevel: "DEBUG",
    cdnSeconds: 60,
    firewall: false,
    canary: false,
    requestsPerAddress: 2000,
    apiRate: 50,
    apiBurst: 100,
    budget: 20,
    emailVerification: "optional",
  },
  staging: {
    serverMemory: 1769,
    imageMemory: 1769,
    imageConcurrency: 5,
    logs: "1 month",
    logLevel: "INFO",
    cdnSeconds: year,
    firewall: true,
    canary: true,
    requestsPerAddress: 2000,
    apiRate: 200,
    apiBurst: 400,
    budget: 50,
    emailVerification: "required",
  },
  production: {
    serverMemory: 1769,
    imageMemory: 1769,
    imageConcurrency: 20,
    logs: "3 months",
    logLevel: "INFO",
    cdnSeconds: year,
    firewall: true,
    canary: true,
    requestsPerAddress: 2000,
    apiRate: 1000,
    apiBurst: 2000,
    budget: 300,
    emailVerification: "required",
  },
}
