type Options = {
  /** This tab has it now. */
  onOwn: () => void
  /** Another tab has it now. */
  onOther: () => void
  /** Whether this tab has no use for it, and may give it to one that asks. */
  isIdle: () => boolean
}

/**
 * Lets one tab at a time have something. The others wait in line; whoever has no use for it gives way to the tab that
 * is looked at. Without Web Locks every tab has it.
 * @returns `take` to have it at once, `end` to let it go for good
 */
export function oneTab(name: string, { onOwn, onOther, isIdle }: Options) {
  if (!navigator.locks) {
    onOwn()
    return { take: () => undefined, end: () => undefined }
  }
  const ended = new AbortController()
  const { signal } = ended
  const channel = new BroadcastChannel(name)
  let waiting = new AbortController()
  let letGo: (() => void) | undefined

  const hold = () =>
    new Promise<void>((resolve) => {
      letGo = resolve
      onOwn()
    })
  /** Asks for it; when it was had and is no more, the next turn is waited for. */
  const request = (options: LockOptions) =>
    navigator.locks
      .request(name, options, (lock) => (lock ? hold() : undefined))
      .catch(() => undefined)
      .then(() => {
        if (signal.aborted || options.signal?.aborted) return
        const had = letGo !== undefined
        letGo = undefined
        standInLine()
        if (!had) ask()
      })
  const standInLine = () => {
    onOther()
    waiting = new AbortController()
    request({ signal: waiting.signal })
  }
  const ask = () => {
    if (!letGo && document.visibilityState === "visible") channel.postMessage("wanted")
  }

  channel.addEventListener("message", () => isIdle() && letGo?.())
  window.addEventListener("focus", ask, { signal })
  document.addEventListener("visibilitychange", ask, { signal })
  request({ ifAvailable: true })
  return {
    take: () => {
      waiting.abort()
      request({ steal: true })
    },
    end: () => {
      ended.abort()
      waiting.abort()
      letGo?.()
      channel.close()
    },
  }
}
