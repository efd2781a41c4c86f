import { type DBSchema, openDB } from "idb"
import { isOld, type PostRecord } from "./records"

type FileRecord = { key: string; postId: string; file: File }

interface Shelf extends DBSchema {
  posts: { key: string; value: PostRecord; indexes: { byUser: string } }
  files: { key: string; value: FileRecord; indexes: { byPost: string } }
}

const open = () =>
  openDB<Shelf>("uploads", 1, {
    upgrade(shelf) {
      shelf.createObjectStore("posts", { keyPath: "id" }).createIndex("byUser", "userId")
      shelf.createObjectStore("files", { keyPath: "key" }).createIndex("byPost", "postId")
    },
    terminated: forget,
  })

let opened: ReturnType<typeof open> | undefined
const shelf = () => {
  if (!opened) {
    opened = open()
    opened.catch(forget)
  }
  return opened
}

/** The next call opens it anew. */
function forget() {
  opened = undefined
}

/** Posts in the making in the browser's own storage. Every call rejects where there is none, or no room in it. */
export const storage = {
  keepPost: async (record: PostRecord) => {
    await (await shelf()).put("posts", record)
  },
  keepFile: async (record: FileRecord) => {
    await (await shelf()).put("files", record)
  },
  dropFile: async (key: string) => (await shelf()).delete("files", key),
  dropPost,
  load,
}

async function dropPost(id: string) {
  const work = (await shelf()).transaction(["posts", "files"], "readwrite")
  const keys = await work.objectStore("files").index("byPost").getAllKeys(id)
  await Promise.all([
    work.objectStore("posts").delete(id),
    ...keys.map((key) => work.objectStore("files").delete(key)),
    work.done,
  ])
}

/** Removes files whose post is gone: a large one may have been written after its post was dropped. */
async function dropStrays() {
  const work = (await shelf()).transaction(["posts", "files"], "readwrite")
  const posts = new Set(await work.objectStore("posts").getAllKeys())
  const files = work.objectStore("files")
  // Keys only: the files themselves are large.
  let cursor = await files.index("byPost").openKeyCursor()
  while (cursor) {
    if (!posts.has(cursor.key)) await files.delete(cursor.primaryKey)
    cursor = await cursor.continue()
  }
  await work.done
}

/** A person's posts with their files, oldest first. Whoever's posts are too old are removed, and files without one. */
async function load(userId: string) {
  const db = await shelf()
  const now = Date.now()
  const old = (await db.getAll("posts")).filter((record) => isOld(record, now))
  await Promise.all(old.map(({ id }) => dropPost(id)))
  await dropStrays()
  const records = await db.getAllFromIndex("posts", "byUser", userId)
  return Promise.all(
    records
      .toSorted((a, b) => Number(!a.draftId) - Number(!b.draftId) || a.touchedAt - b.touchedAt)
      .map(async (record) => {
        const files = await db.getAllFromIndex("files", "byPost", record.id)
        return { record, files: new Map(files.map(({ key, file }) => [key, file])) }
      }),
  )
}
