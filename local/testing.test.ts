import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb"
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3"
import { expect, onTestFinished, test } from "vitest"
import { slow } from "../testing/slow"
import { buckets, tableName } from "./names"
import { temporaryFolder } from "./test-kit"
import { startBackend } from "./testing"

test("the backend for tests keeps its data, and shows public media alone", slow, async () => {
  const dataDir = await temporaryFolder()
  const backend = await startBackend({ dataDir })
  const { env, dynamoUrl, s3Url, deskUrl } = backend
  const credentials = {
    accessKeyId: env.AWS_ACCESS_KEY_ID ?? "",
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? "",
  }
  const s3 = new S3Client({ region: env.AWS_REGION, credentials, endpoint: s3Url })
  const dynamo = new DynamoDBClient({ region: env.AWS_REGION, credentials, endpoint: dynamoUrl })
  onTestFinished(() => {
    s3.destroy()
    dynamo.destroy()
  })
  const key = { pk: { S: "A" }, sk: { S: "B" } }
  await dynamo.send(new PutItemCommand({ TableName: tableName, Item: key }))
  for (const Key of ["public/p/1-640.jpg", "private/p/1-640.jpg"]) {
    await s3.send(
      new PutObjectCommand({ Bucket: buckets.media, Key, Body: "0123456789", ContentType: "image/jpeg" }),
    )
  }
  const shown = await fetch(`${deskUrl}/media/public/p/1-640.jpg`)
  expect(await shown.text()).toBe("0123456789")
  expect(shown.headers.get("content-type")).toBe("image/jpeg")
  expect(shown.headers.get("cache-control")).toBe("public, max-age=31536000, immutable")
  const part = await fetch(`${deskUrl}/media/public/p/1-640.jpg`, { headers: { range: "bytes=2-4" } })
  expect([part.status, await part.text(), part.headers.get("content-range")]).toEqual([
    206,
    "234",
    "bytes 2-4/10",
  ])
  const etag = shown.headers.get("etag") ?? ""
  const statuses = [
    await fetch(`${deskUrl}/media/public/p/1-640.jpg`, { headers: { "if-none-match": etag } }),
    await fetch(`${deskUrl}/media/public/p/1-640.jpg`, { headers: { range: "bytes=99-" } }),
    await fetch(`${deskUrl}/media/public/p/2-640.jpg`),
    await fetch(`${deskUrl}/media/private/p/1-640.jpg`),
    await fetch(`${deskUrl}/media/public/p/1-640.jpg`, { method: "HEAD" }),
  ].map((response) => response.status)
  expect(statuses).toEqual([304, 416, 404, 404, 200])
  await backend.close()

  const again = await startBackend({ dataDir })
  onTestFinished(again.close)
  expect(again.env.SST_RESOURCE_TokenKey).toBe(env.SST_RESOURCE_TokenKey)
  const reader = new DynamoDBClient({ region: env.AWS_REGION, credentials, endpoint: again.dynamoUrl })
  onTestFinished(() => reader.destroy())
  expect((await reader.send(new GetItemCommand({ TableName: tableName, Key: key }))).Item).toEqual(key)
})
