/** What surrounds an offer: in the browser the page, in tests whatever they like. */
export type World = {
  /** Whether somebody looks at the page. */
  isSeen: () => boolean
  /** Calls back when that may have changed; gives what ends it. */
  onChange: (listener: () => void) => () => void
}

/** Milliseconds after which an offer is made anew: the challenge in it is good for five minutes. */
const freshFor = 4 * 60_000

/**
 * Keeps an offer fresh while the page is seen: it is made at once, anew every four minutes, and once more
 * where it was taken and refused. While nobody looks none is made.
 * @param offer never throws; gives whether it was taken and refused. The signal says that it is wanted no longer
 * @returns what ends it
 */
export function keepOffering(offer: (signal: AbortSignal) => Promise<boolean>, world: World): () => void {
  const ending = new AbortController()
  const { signal } = ending
  let timer: ReturnType<typeof setTimeout> | undefined
  let due = 0

  const turn = () => {
    clearTimeout(timer)
    if (!world.isSeen()) return
    if (due <= Date.now()) {
      due = Date.now() + freshFor
      void made()
    }
    timer = setTimeout(turn, due - Date.now())
  }
  const made = async () => {
    const isRefused = await offer(signal)
    // Once: what takes offers by itself would be made them without end.
    if (isRefused && world.isSeen() && !signal.aborted) await offer(signal)
  }
  const stopListening = world.onChange(turn)
  turn()
  return () => {
    ending.abort()
    clearTimeout(timer)
    stopListening()
  }
}
