import { Logger } from "@aws-lambda-powertools/logger"

/** One JSON line an event. Never a password, token, cookie, e-mail, caption or signed URL. */
export const log = new Logger({ serviceName: process.env.POWERTOOLS_SERVICE_NAME ?? "photo-sharing-app" })
