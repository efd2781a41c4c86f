/** Reads up to `count` ids below another that a term leads to, from above. */
export type Read = (term: string, below: string, count: number) => Promise<string[]>

/** How many ids one read of a term takes: about 30 KB, four read units. */
export const chunk = 200
/** The most reads that one page of results makes; where they are used up, the page ends and its cursor goes on. */
export const readsAPage = 16
/** So few are looked at themselves instead of being compared with what other terms lead to. */
export const few = 48

type Stream = { term: string; ids: string[]; whole: boolean }

/** Comes after every id. */
export const top = "~"

/**
 * Goes down what several terms lead to, and finds what all of them have, newest first. It leaps: what one term has not
 * is skipped in the others, and a rare term makes the others unnecessary. What it finds may have to be checked.
 */
export class Walk {
  private streams: Stream[]
  private reads = 0
  /** Everything from here on upwards has been decided. */
  below: string
  /** Whether nothing is left below. */
  ended = false

  constructor(
    terms: readonly string[],
    private readonly read: Read,
    below: string | undefined,
  ) {
    this.streams = terms.map((term) => ({ term, ids: [], whole: false }))
    this.below = below ?? top
  }

  /** @returns up to so many ids; fewer when it ended, or when this page has read enough */
  async next(count: number): Promise<string[]> {
    const found: string[] = []
    while (found.length < count && (await this.fill())) {
      const heads = this.streams.map(({ ids }) => ids[0] ?? "")
      const lowest = [...heads].sort()[0] ?? ""
      const inAll = heads.every((head) => head === lowest)
      if (inAll) found.push(lowest)
      this.below = inAll ? lowest : `${lowest}${top}`
    }
    return found
  }

  /** Looks whether anything is left, as far as this page may still read. */
  async look(): Promise<void> {
    await this.fill()
  }

  /** Brings every stream to its next id. @returns false at the end, and when enough was read */
  private async fill(): Promise<boolean> {
    for (const stream of this.streams) {
      const next = stream.ids.findIndex((id) => id < this.below)
      stream.ids = next < 0 ? [] : stream.ids.slice(next)
    }
    const empty = this.streams.filter(({ ids, whole }) => ids.length === 0 && !whole)
    if (this.reads + empty.length > readsAPage) return false
    this.reads += empty.length
    await Promise.all(empty.map((stream) => this.load(stream)))
    if (this.streams.some(({ ids }) => ids.length === 0)) this.ended = true
    const rare = this.streams.filter(({ ids, whole }) => whole && ids.length <= few)
    if (rare.length > 0) this.streams = rare
    return !this.ended
  }

  private async load(stream: Stream) {
    stream.ids = await this.read(stream.term, this.below, chunk)
    stream.whole = stream.ids.length < chunk
  }
}
