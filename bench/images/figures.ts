import type { Format } from "./outputs"
import type { Photo } from "./photos"
import type { Equal, Quality, Scored } from "./quality"

/** What does not depend on the machine, of one photo. */
export type Figures = {
  photo: Photo
  /** Core-seconds, as parts of the naive way's for the same six files. */
  eager: number
  fast: number
  /** Core-seconds, as multiples of ours. */
  decode: number
  tools: Map<string, number>
  /** Bytes of ours, as parts of those of… */
  bytes: {
    /** …the naive set as its author would leave it. */
    asWritten: number
    /** …the naive set, each file as good as ours. */
    equal: number
    /** …the same six files, each as good as ours. */
    sameFiles: number
  }
  /** Peak memory of ours, in bytes; undefined where the system does not say. */
  memory?: number
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
export const sizeOf = ({ files }: Scored) => sum(files.map(({ bytes }) => bytes))

export function figuresOf({ photo, scored, equals }: Quality): Figures {
  const named = (name: string) => {
    const found = scored.find(({ contestant }) => contestant === name)
    if (!found) throw new Error(`${name} did not run.`)
    return found
  }
  const cpu = (name: string) => named(name).usage.cpu
  const own = ["eager", "fast", "naive", "webp", "decode"]
  const tools = scored.map(({ contestant }) => contestant).filter((name) => !own.includes(name))
  const ours = sizeOf(named("eager"))
  const { memory } = named("eager").usage
  return {
    photo,
    eager: cpu("eager") / cpu("naive"),
    fast: cpu("fast") / cpu("naive"),
    decode: cpu("decode") / cpu("eager"),
    tools: new Map(tools.map((name) => [name, cpu(name) / cpu("eager")])),
    bytes: {
      asWritten: ours / (sizeOf(named("naive")) + sizeOf(named("webp"))),
      equal: ours / theirs(equals, ["avif", "jpg", "webp"]),
      sameFiles: ours / theirs(equals, ["avif", "jpg"]),
    },
    ...(memory !== undefined && { memory }),
  }
}

const theirs = (equals: Equal[], formats: Format[]) =>
  sum(equals.filter(({ format }) => formats.includes(format)).map((equal) => equal.theirs))
