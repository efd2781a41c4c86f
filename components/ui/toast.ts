type Listener = (message: string) => void

const listeners = new Set<Listener>()

/** Says one sentence at the foot of the page, for a few seconds and to screen readers. */
export function toast(message: string) {
  for (const listener of listeners) listener(message)
}

/** @returns a function that ends it */
export function onToast(listener: Listener) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
