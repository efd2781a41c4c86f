import { useSyncExternalStore } from "react"
import { notifications } from "@/components/api/notifications"
import { ProblemError } from "@/components/api-call"
import type { UnreadView } from "@/core/notification/notification.schema"
import { poll, type World } from "./poll"

const none: UnreadView = { count: 0, more: false }

// One for the whole tab: several badges ask once, and going from page to page does not ask anew.
let unread = none
let end: (() => void) | undefined
// What was asked before something was marked as read is an answer of yesterday.
let marks = 0
const listeners = new Set<() => void>()

const browser: World = {
  isAwake: () => document.visibilityState === "visible" && navigator.onLine,
  onChange: (listener) => {
    const events: [EventTarget, string][] = [
      [document, "visibilitychange"],
      [window, "online"],
      [window, "offline"],
    ]
    for (const [target, event] of events) target.addEventListener(event, listener)
    return () => {
      for (const [target, event] of events) target.removeEventListener(event, listener)
    }
  },
}

function set(next: UnreadView): boolean {
  const isSame = next.count === unread.count && next.more === unread.more
  if (isSame) return false
  unread = next
  for (const listener of listeners) listener()
  return true
}

async function ask(signal: AbortSignal) {
  const asked = marks
  try {
    const answer = await notifications.unread(signal)
    return asked === marks && set(answer) ? "changed" : "same"
  } catch (error) {
    return error instanceof ProblemError && error.status === 401 ? "over" : "failed"
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  end ??= poll(ask, browser)
  return () => {
    listeners.delete(listener)
    // Not at once: the next page has a badge too.
    setTimeout(() => {
      if (listeners.size > 0) return
      end?.()
      end = undefined
    }, 1000)
  }
}

/** How many notifications are unread; nothing on the server and until the first answer. */
export const useUnread = (): UnreadView =>
  useSyncExternalStore(
    subscribe,
    () => unread,
    () => none,
  )

/** Takes the badge away: all has been seen. */
export function forgetUnread(): void {
  marks++
  set(none)
}

/** Marks as read up to one, and takes the badge away. @throws ProblemError when it is refused */
export async function markRead(upTo: string): Promise<void> {
  await notifications.read(upTo)
  forgetUnread()
}
