/** Runs tasks of the same name one after the other, in the order they came; other names run beside them. */
export class KeyLock {
  readonly #tails = new Map<string, Promise<unknown>>()

  /** Gives what `task` gives, throws what it throws. */
  async run<T>(name: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(name) ?? Promise.resolve()
    const result = before.then(task)
    const tail = result.catch(() => undefined)
    this.#tails.set(name, tail)
    try {
      return await result
    } finally {
      if (this.#tails.get(name) === tail) this.#tails.delete(name)
    }
  }

  /** Resolves when nothing is running any more. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values())
  }
}
