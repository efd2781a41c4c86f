import { describe, expect, it } from "vitest"
import { importFaults } from "./import-rules"
import { importsOf, readSources, type Sources } from "./source"

/** What stands where in a made-up checkout. */
const sound: Sources = {
  "core/config.ts": 'import { Resource } from "sst"',
  "core/id.ts": 'import { z } from "zod"',
  "core/table/index.ts": 'export { table } from "./table"',
  "core/table/key.ts": "",
  "core/table/table.ts":
    'import { dynamo } from "./client"\nimport { PostEntity } from "../post/post.entity"',
  "core/table/client.ts": 'import { DynamoDBClient } from "@aws-sdk/client-dynamodb"',
  "core/user/index.ts": 'export * as User from "./user"',
  "core/user/user.ts": 'import { table } from "../table"',
  "core/user/user.schema.ts": 'import { idOf } from "../id"',
  "core/post/index.ts": 'export * as Post from "./post"',
  "core/post/post.ts": 'import { User } from "../user"\nimport type { PostEntity } from "./post.entity"',
  "core/post/post.entity.ts": 'import { Entity } from "electrodb"\nimport { primaryKey } from "../table/key"',
  "core/post/post.schema.ts": 'import { z } from "zod"\nimport { Handle } from "../user/user.schema"',
  "core/storage/index.ts": 'import { S3Client } from "@aws-sdk/client-s3"',
  "components/tile.tsx": '"use client"\nimport type { PostView } from "@/core/post/post.schema"',
  "app/_server/route.ts": 'import "server-only"\nimport { config } from "@/core/config"',
  "app/_server/headers.ts": "",
  "app/api/posts/route.ts": 'import { route } from "@/app/_server/route"\nimport { Post } from "@/core/post"',
  "proxy.ts": 'import { headers } from "./app/_server/headers"\nimport { config } from "./core/config"',
  "infra/image.ts":
    'import { tableShape } from "../core/table/shape"\nimport { packagingOf } from "../bundle/packaging"',
  "core/table/shape.ts": "",
  "bundle/packaging.ts": "",
  "functions/stream.ts": 'import { Post } from "../core/post"',
  "local/main.ts": 'import { S3Client } from "@aws-sdk/client-s3"\nimport { table } from "../core/table"',
}

/** The faults of the sound checkout with one line more. */
const faultsWith = (file: string, line: string) =>
  importFaults({ ...sound, [file]: file in sound ? `${sound[file]}\n${line}` : line })

describe("the checker", () => {
  it("has nothing against a sound checkout", () => {
    expect(importFaults(sound)).toEqual([])
  })

  it.each([
    [
      "infrastructure that builds",
      "infra/image.ts",
      'import { bundleFunction } from "../bundle/functions"',
      "bundle/functions: is not for this folder",
    ],
    [
      "a component that calls core",
      "components/tile.tsx",
      'import { Post } from "@/core/post"',
      "components/tile.tsx → core/post/index.ts: is not for this folder",
    ],
    [
      "a component that knows a page",
      "components/tile.tsx",
      'import { x } from "../app/page"',
      "app/page: is not for this folder",
    ],
    [
      "a component that knows an actor, even as a type",
      "components/b.tsx",
      'import type { A } from "@/core/actor"',
      "core/actor: is not for this folder",
    ],
    [
      "a page that reads the table",
      "app/page.tsx",
      'import { table } from "@/core/table"',
      "core/table/index.ts: is not for this folder",
    ],
    [
      "a page that reads storage",
      "app/page.tsx",
      'import { Storage } from "@/core/storage"',
      "core/storage/index.ts: is not for this folder",
    ],
    [
      "a page that knows an entity",
      "app/page.tsx",
      'import type { E } from "@/core/post/post.entity"',
      "post.entity.ts: is not for this folder",
    ],
    [
      "a page that goes behind a door",
      "app/page.tsx",
      'import { get } from "@/core/post/post"',
      "core/post/post.ts: is not for this folder",
    ],
    [
      "a page that reads the settings",
      "app/page.tsx",
      'import { config } from "@/core/config"',
      "core/config.ts: belongs to app/_server",
    ],
    [
      "a page that knows the launcher",
      "app/page.tsx",
      'import { x } from "@/local/main"',
      "local/main.ts: is not for this folder",
    ],
    [
      "core that knows the app",
      "core/post/post.ts",
      'import { x } from "../../app/_server/route"',
      "app/_server/route.ts: is not for this folder",
    ],
    [
      "core that knows Next",
      "core/post/post.ts",
      'import { cookies } from "next/headers"',
      "next/headers: core knows no framework",
    ],
    [
      "core that knows a component",
      "core/post/post.ts",
      'import { Tile } from "../../components/tile"',
      "components/tile.tsx: is not for this folder",
    ],
    [
      "a noun that uses another's entity",
      "core/user/user.ts",
      'import { x } from "../post/post.entity"',
      "post.entity.ts: is behind another noun's door",
    ],
    [
      "a noun that goes behind another's door",
      "core/post/post.ts",
      'import { x } from "../user/user"',
      "user.ts: is behind another noun's door",
    ],
    [
      "a schema that knows its entity",
      "core/post/post.schema.ts",
      'import { x } from "./post.entity"',
      "post.entity.ts: a schema stands below",
    ],
    [
      "an entity that knows its operations",
      "core/post/post.entity.ts",
      'import type { P } from "./post"',
      "post.ts: an entity stands below",
    ],
    [
      "a function that knows the table",
      "functions/stream.ts",
      'import { table } from "../core/table"',
      "core/table/index.ts: is not for this folder",
    ],
    [
      "a second gate of sst",
      "core/user/user.ts",
      'import { Resource } from "sst"',
      "sst: has a gate elsewhere",
    ],
    [
      "a second gate of the table",
      "core/user/user.ts",
      'import { GetCommand } from "@aws-sdk/lib-dynamodb"',
      "lib-dynamodb: has a gate elsewhere",
    ],
    [
      "a second gate of storage",
      "core/post/post.ts",
      'const { NoSuchKey } = await import("@aws-sdk/client-s3")',
      "client-s3: has a gate elsewhere",
    ],
    [
      "a second gate of sharp",
      "functions/stream.ts",
      'import sharp from "sharp"',
      "sharp: has a gate elsewhere",
    ],
    [
      "a second gate of mail",
      "app/_server/route.ts",
      'export * from "@aws-sdk/client-sesv2"',
      "client-sesv2: has a gate elsewhere",
    ],
    [
      "a second gate of entities",
      "core/post/post.ts",
      'import { Entity } from "electrodb"',
      "electrodb: has a gate elsewhere",
    ],
    ["server-only in core", "core/post/post.ts", 'import "server-only"', "server-only: has a gate elsewhere"],
    [
      "doors that lead in a circle",
      "core/user/user.ts",
      'import { Post } from "../post"',
      "core/post/index.ts ⇄ core/user/index.ts",
    ],
    [
      "a schema that no browser runs",
      "core/id.ts",
      'import { randomUUID } from "node:crypto"',
      "core/user/user.schema.ts → node:crypto: cannot run in a browser",
    ],
    [
      "a component that reads the server",
      "app/leaf.tsx",
      '"use client"\nimport { r } from "@/app/_server/route"',
      "app/leaf.tsx → app/_server/route.ts: cannot run in a browser",
    ],
    [
      "a server file that does not say so",
      "app/_server/new.ts",
      "export const x = 1",
      "app/_server/new.ts: does not import server-only",
    ],
    [
      "an import over several lines",
      "components/tile.tsx",
      'import {\n  type A,\n  b,\n} from "@/core/post"',
      "core/post/index.ts: is not for this folder",
    ],
    [
      "an import without a name",
      "components/tile.tsx",
      'import "@/core/post"',
      "core/post/index.ts: is not for this folder",
    ],
  ])("sees %s", (_, file, line, why) => {
    expect(faultsWith(file, line)).toContainEqual(expect.stringContaining(why))
  })

  it.each([
    ["another noun's door as a type in a circle", "core/user/user.ts", 'import type { Post } from "../post"'],
    [
      "a type of the SDK",
      "functions/stream.ts",
      'import type { AttributeValue } from "@aws-sdk/client-dynamodb"',
    ],
    ["a comment", "components/tile.tsx", '// import { Post } from "@/core/post"'],
    ["a longer comment", "components/tile.tsx", '/**\n * import { Post } from "@/core/post"\n */'],
    ["a test", "components/tile.test.tsx", 'import { Post } from "@/core/post"'],
  ])("has nothing against %s", (_, file, line) => {
    expect(faultsWith(file, line)).toEqual([])
  })
})

describe("this checkout", () => {
  const sources = readSources()

  it("is read as a whole", () => {
    const { length } = Object.keys(sources)
    expect(length).toBeGreaterThan(300)
    for (const file of [
      "proxy.ts",
      "core/config.ts",
      "app/_server/route.ts",
      "components/photo/picture.tsx",
    ]) {
      expect(importsOf(file, sources).length).toBeGreaterThan(0)
    }
  })

  it("imports only what its architecture allows", () => {
    expect(importFaults(sources)).toEqual([])
  })
})
