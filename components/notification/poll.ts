/** What surrounds a poll: in the browser the page, in tests whatever they like. */
export type World = {
  /** Whether somebody looks, and the network is there. */
  isAwake: () => boolean
  /** Calls back when that may have changed; gives what ends it. */
  onChange: (listener: () => void) => () => void
}

/** What became of one question. */
export type Outcome = "changed" | "same" | "failed" | "over"

/** Seconds. */
const pace = { shortest: 15, longest: 120, growth: 1.5, failed: 2 }

/**
 * Asks at once and then now and then: every 15 seconds where things happen, less and less often where nothing does, up
 * to two minutes. Nothing is asked while nobody looks or the network is away; as soon as somebody does, it is asked again.
 * @param ask never throws; `over` ends it for good, for whoever is signed out say
 * @returns what ends it
 */
export function poll(ask: (signal: AbortSignal) => Promise<Outcome>, world: World): () => void {
  const ending = new AbortController()
  const { signal } = ending
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = pace.shortest
  let isAsking = false
  let isAsleep = !world.isAwake()

  const turn = async () => {
    clearTimeout(timer)
    if (isAsking || isAsleep || signal.aborted) return
    isAsking = true
    const outcome = await ask(signal)
    isAsking = false
    if (outcome === "over") return end()
    const growth = { changed: 0, same: pace.growth, failed: pace.failed }[outcome]
    pause = Math.min(pace.longest, Math.max(pace.shortest, pause * growth))
    if (!isAsleep && !signal.aborted) timer = setTimeout(turn, pause * 1000)
  }
  const stopListening = world.onChange(() => {
    const wasAsleep = isAsleep
    isAsleep = !world.isAwake()
    if (isAsleep) return clearTimeout(timer)
    if (!wasAsleep) return
    pause = pace.shortest
    void turn()
  })
  const end = () => {
    ending.abort()
    clearTimeout(timer)
    stopListening()
  }
  void turn()
  return end
}
