export type Change<State> = {
  /** What it makes of what is shown. */
  after: (state: State) => State
  /** Tells it to the server. */
  send: () => Promise<void>
}

type Told<State> = {
  /** Those that are shown and not answered yet, in the order in which they were made. */
  onWaiting: (changes: readonly Change<State>[]) => void
  /** One is true now. */
  onDone: (change: Change<State>) => void
  /** One was refused; the next one is not sent before this is over. */
  onFailed: (error: unknown) => Promise<void>
}

/**
 * Changes that are shown at once and sent one after another. When one is refused, those that wait behind it are given
 * up: they were made to something that is not there.
 */
export function changeLine<State>({ onWaiting, onDone, onFailed }: Told<State>) {
  let waiting: readonly Change<State>[] = []
  let running: Promise<void> | undefined
  const wait = (changes: readonly Change<State>[]) => {
    waiting = changes
    onWaiting(changes)
  }
  const run = async () => {
    for (let [first] = waiting; first; [first] = waiting) {
      try {
        await first.send()
      } catch (error) {
        wait([])
        await onFailed(error)
        continue
      }
      wait(waiting.slice(1))
      onDone(first)
    }
    running = undefined
  }
  return {
    add(change: Change<State>) {
      wait([...waiting, change])
      running ??= run()
    },
    /** Waits until each one is answered. */
    settled: async () => running,
  }
}
