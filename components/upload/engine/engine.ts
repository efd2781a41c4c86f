import { callAs } from "@/components/api-call"
import { deskNow, onDesk, tell } from "./desk"
import { isIdle, wouldLose } from "./desk-state"
import { freshPost, makeFor } from "./fresh-post"
import { keeper } from "./keeper"
import { oneTab } from "./one-tab"
import { previewKeeper } from "./previews"
import { postOf } from "./records"
import { runner } from "./runner"
import { storage } from "./storage"

export type Maker = {
  userId: string /** Bytes of the parts that large files are sent in. */
  partSize: number
}

/** Milliseconds within which changes are written together. */
const writeWithin = 200

let running: { userId: string; take: () => void; end: () => void } | undefined

/**
 * Opens a person's posts in the making and goes on with them, from now until the tab is closed, whatever page is
 * shown. Somebody else's are put away.
 */
export function openDesk(maker: Maker) {
  callAs(maker.userId)
  makeFor(maker.userId)
  if (running?.userId === maker.userId) return
  running?.end()
  running = { userId: maker.userId, ...start(maker) }
}

/** Goes on in this tab with what another tab has. */
export const goOnHere = () => running?.take()

function start({ userId, partSize }: Maker) {
  const ended = new AbortController()
  const { signal } = ended
  let shift: AbortController | undefined
  const connected = () => tell({ type: "connected", online: navigator.onLine })
  window.addEventListener("online", connected, { signal })
  window.addEventListener("offline", connected, { signal })
  connected()

  // In this order: what runs hears that it is to stop, and is kept as it was.
  const close = () => {
    tell({ type: "closed" })
    shift?.abort()
  }
  const tab = oneTab(`uploads ${userId}`, {
    onOwn: () => {
      shift = new AbortController()
      work(userId, partSize, shift.signal)
    },
    onOther: close,
    isIdle: () => isIdle(deskNow()),
  })
  const end = () => {
    ended.abort()
    tab.end()
    close()
  }
  return { take: tab.take, end }
}

/** Loads what was left, then sends it and keeps it as it changes. */
async function work(userId: string, partSize: number, signal: AbortSignal) {
  const left = await storage.load(userId).catch(() => [])
  if (signal.aborted) return
  const posts = left.map(({ record, files }) => postOf(record, files, URL.createObjectURL))
  const known = {
    posts: left.map(({ record }) => record),
    files: left.flatMap(({ files }) => [...files.keys()]),
  }
  const keep = keeper(userId, known, (key) => signal.aborted || tell({ type: "kept", key }))
  const run = runner(partSize)
  const previews = previewKeeper()
  let due: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(due)
    due = undefined
    if (!signal.aborted) keep(deskNow())
  }
  const stop = onDesk(() => {
    run(deskNow())
    previews(deskNow())
    // Whatever becomes of this tab, the key that it publishes under must be known to the next.
    if (deskNow().posts.some(({ publishing }) => publishing)) write()
    else due ??= setTimeout(write, writeWithin)
  })
  signal.addEventListener("abort", stop)
  window.addEventListener("beforeunload", (event) => wouldLose(deskNow()) && event.preventDefault(), {
    signal,
  })
  document.addEventListener("visibilitychange", write, { signal })
  window.addEventListener("pagehide", write, { signal })
  tell({ type: "opened", posts, next: freshPost() })
}
