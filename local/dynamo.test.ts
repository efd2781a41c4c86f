import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest"
import { startDynamo } from "./dynamo"
import { scrubEnvironment } from "./environment"
import { accepts, freePort } from "./port"
import { startServices } from "./services"
import { temporaryFolder } from "./test-kit"

beforeAll(() => scrubEnvironment())

const servicesIn = async (dataDir: string, dynamoEndpoint?: string) =>
  startServices({
    dataDir,
    dynamoEndpoint,
    ports: { dynamo: await freePort(), s3: 0, desk: 0 },
    siteUrl: "http://localhost:3000",
  })

describe("the embedded DynamoDB", () => {
  test("on a broken database gives one line, and leaves nothing running", async () => {
    const dataDir = await temporaryFolder()
    await mkdir(path.join(dataDir, "dynamodb"))
    await writeFile(path.join(dataDir, "dynamodb", "data.sqlite"), "broken ".repeat(1000))
    const port = await freePort()
    await expect(startDynamo({ port, dataDir })).rejects.toThrow(
      /^The embedded DynamoDB did not start on .*data\.sqlite \(Database file is .*\): restore .*--reset\.$/,
    )
    expect(await accepts(port)).toBe(false)
  })

  test("on a machine without a binary says which variable to set; a DynamoDB named there is used", async () => {
    const lent = await servicesIn(await temporaryFolder())
    onTestFinished(lent.close)
    vi.spyOn(process, "arch", "get").mockReturnValue("riscv64")
    await expect(servicesIn(await temporaryFolder())).rejects.toThrow(
      /^There is no embedded DynamoDB for this machine .*set AWS_ENDPOINT_URL_DYNAMODB.*\.$/,
    )
    const borrowing = await servicesIn(await temporaryFolder(), lent.endpoints.dynamo)
    onTestFinished(borrowing.close)
    expect(borrowing.env.AWS_ENDPOINT_URL_DYNAMODB).toBe(lent.endpoints.dynamo)
    expect(borrowing.streamArn).toBe(lent.streamArn)
  })

  test("that was named and does not answer gives one line", async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`
    await expect(servicesIn(await temporaryFolder(), endpoint)).rejects.toThrow(
      `The DynamoDB at ${endpoint} cannot be used (ECONNREFUSED): start it, or unset AWS_ENDPOINT_URL_DYNAMODB`,
    )
  })
})
