import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import type { Contestant } from "./contestants"
import type { Photo } from "./photos"
import { typical, type Usage } from "./usage"

/** What one contestant took for one photo, and where its files are. */
export type Measurement = { photo: Photo; contestant: string; usage: Usage; folder: string }

/**
 * Everybody on every photo, several times, one process at a time. The rounds go over all of them, so that a slow
 * minute of the machine hits each; and each round begins with another.
 */
export async function measure(
  contestants: Contestant[],
  photos: Photo[],
  { rounds, folder, onStep }: { rounds: number; folder: string; onStep: (step: string) => void },
): Promise<Measurement[]> {
  const cells = photos.flatMap((photo, p) =>
    contestants.map((contestant, c) => ({
      photo,
      contestant,
      usages: [] as Usage[],
      folder: join(folder, `${p}-${c}`),
    })),
  )
  await Promise.all(cells.map((cell) => mkdir(cell.folder, { recursive: true })))
  for (let round = 0; round < rounds; round++) {
    for (const [p, photo] of photos.entries()) {
      const turn = cells.filter((cell) => cell.photo === photo)
      for (const cell of rotate(turn, round + p)) {
        onStep(`Round ${round + 1} of ${rounds}: ${photo.name}, ${cell.contestant.name}`)
        cell.usages.push(await cell.contestant.run(photo, cell.folder))
      }
    }
  }
  return cells.map((cell) => ({
    photo: cell.photo,
    contestant: cell.contestant.name,
    usage: typical(cell.usages),
    folder: cell.folder,
  }))
}

/** The same items, beginning with another. */
export function rotate<T>(items: readonly T[], by: number): T[] {
  const first = items.length === 0 ? 0 : by % items.length
  return [...items.slice(first), ...items.slice(0, first)]
}
