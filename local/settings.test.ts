import path from "node:path"
import { describe, expect, test } from "vitest"
import { readSettings } from "./settings"

const complaint = (env: Record<string, string>) => {
  try {
    readSettings(env)
  } catch (error) {
    return error instanceof Error ? error.message : ""
  }
  return undefined
}

describe("the settings of local mode", () => {
  test("have defaults, and an empty variable counts as absent", () => {
    expect(readSettings({ PORT: "", LOCAL_DATA: " " })).toEqual({
      ports: { site: 3000, dynamo: 3001, s3: 3002, desk: 3003 },
      dataDir: path.resolve(".local"),
      imageConcurrency: 2,
      dynamoEndpoint: undefined,
      overrides: {},
      providerSecrets: {},
    })
  })

  test.each([
    [{ PORT: "web" }, "PORT=web must be a port, 1 to 65535."],
    [{ PORT: "70000" }, "PORT=70000 must be a port, 1 to 65535."],
    [{ LOCAL_S3_PORT: "3000.5" }, "LOCAL_S3_PORT=3000.5 must be a port, 1 to 65535."],
    [{ IMAGE_CONCURRENCY: "0" }, "IMAGE_CONCURRENCY=0 must be a number from 1 to 16."],
    [{ PORT: "3001" }, "LOCAL_DYNAMODB_PORT and PORT are both 3001: give each its own port."],
    [
      { AWS_ENDPOINT_URL_DYNAMODB: "https://dynamodb.us-east-1.amazonaws.com" },
      "AWS_ENDPOINT_URL_DYNAMODB=https://dynamodb.us-east-1.amazonaws.com must be on this machine (127.0.0.1): local mode never uses AWS.",
    ],
    [
      { AWS_ENDPOINT_URL_DYNAMODB: "8000" },
      "AWS_ENDPOINT_URL_DYNAMODB=8000 must be an address such as http://127.0.0.1:8000.",
    ],
    [{ LOCAL_SETTINGS: "{" }, "LOCAL_SETTINGS={ must be JSON."],
  ])("name a bad value in one line: %o", (env, line) => {
    expect(complaint(env)).toBe(line)
  })

  test("name every bad value", () => {
    expect(complaint({ PORT: "a", LOCAL_DESK_PORT: "b" })?.split("\n")).toHaveLength(2)
  })

  test("take overrides of the product's settings", () => {
    const { overrides } = readSettings({ LOCAL_SETTINGS: '{"limits":{"signUpsPerHour":1000}}' })
    expect(overrides.limits?.signUpsPerHour).toBe(1000)
    expect(complaint({ LOCAL_SETTINGS: '{"limits":{"signUpsPerHour":"x"}}' })).toMatch(
      /^LOCAL_SETTINGS: limits\.signUpsPerHour /,
    )
    expect(complaint({ LOCAL_SETTINGS: '{"typo":1}' })).toMatch(/^LOCAL_SETTINGS.*typo/)
  })

  test("take a DynamoDB that already runs on this machine", () => {
    const { dynamoEndpoint } = readSettings({ AWS_ENDPOINT_URL_DYNAMODB: "http://localhost:8000" })
    expect(dynamoEndpoint).toBe("http://localhost:8000")
  })
})
