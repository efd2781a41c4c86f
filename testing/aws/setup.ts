import { beforeEach, inject } from "vitest"
import { scrubEnvironment } from "../../local/environment"

scrubEnvironment()
Object.assign(process.env, {
  AWS_ENDPOINT_URL: inject("aws"),
  AWS_REGION: "ap-northeast-1",
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  POWERTOOLS_LOG_LEVEL: "SILENT",
})

beforeEach(async () => {
  await fetch(`${inject("aws")}/moto-api/reset`, { method: "POST" })
})
