import { describe, expect, test } from "vitest"
import { Settings } from "../core/settings.schema"
import { localEnvironment, scrubEnvironment } from "./environment"

const secrets = {
  AuthSecret: "1:a",
  EmailKey: "1:b",
  CursorKey: "1:c",
  TokenKey: "1:d",
  CdnSecret: "1:e",
  storageKey: "key",
}
const endpoints = {
  site: "http://localhost:3000",
  dynamo: "http://127.0.0.1:3001",
  s3: "http://127.0.0.1:3002",
  desk: "http://127.0.0.1:3003",
}

describe("the environment of local mode", () => {
  test("keeps nothing that leads to a real account", () => {
    const env: NodeJS.ProcessEnv = {
      NODE_ENV: "test",
      PATH: "/bin",
      AWS_PROFILE: "production",
      AWS_ACCESS_KEY_ID: "AKIA",
      AWS_SESSION_TOKEN: "token",
      AWS_ENDPOINT_URL: "https://example.com",
      AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.2/",
      AWS_WEB_IDENTITY_TOKEN_FILE: "/token",
      SST_RESOURCE_Table: '{"name":"production"}',
      SST_KEY_FILE: "/key",
    }
    scrubEnvironment(env)
    expect(Object.keys(env).sort()).toEqual([
      "AWS_CONFIG_FILE",
      "AWS_EC2_METADATA_DISABLED",
      "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED",
      "AWS_SHARED_CREDENTIALS_FILE",
      "NODE_ENV",
      "PATH",
    ])
  })

  test("links what the product reads", () => {
    const env = localEnvironment({ endpoints, secrets, overrides: { emailVerification: "optional" } })
    const settings = Settings.parse(JSON.parse(env.SST_RESOURCE_Settings ?? ""))
    expect(settings).toMatchObject({
      siteUrl: endpoints.site,
      storageOrigin: endpoints.s3,
      emailVerification: "optional",
    })
    expect(env).toMatchObject({
      AWS_ENDPOINT_URL_SESV2: endpoints.desk,
      AWS_SECRET_ACCESS_KEY: "key",
      SST_RESOURCE_MediaOrigin: '{"url":"http://127.0.0.1:3003/media"}',
      SST_RESOURCE_Table: '{"name":"photo-sharing-app-local-table"}',
      SST_RESOURCE_TokenKey: '{"value":"1:d"}',
    })
    expect(env).not.toHaveProperty("SST_RESOURCE_storageKey")
  })
})
