import { downloadOf, originalOf } from "@/components/photo/download"
import type { PostView } from "@/core/post/post.schema"
import { endingOf, namer } from "./names"

/** A file of the archive, as it comes. */
export type ZipFile = { name: string; input: ReadableStream<Uint8Array> | string; lastModified?: Date }

type Source = {
  /** The posts of an album, page after page; it may end with an error. */
  posts: AsyncIterable<PostView>
  /** Asks for a file. A refusal is an answer that is not fine; no connection throws. */
  get: (address: string) => Promise<Response>
  /** Told of each photo and of each byte that came. */
  onPhoto: () => void
  onBytes: (count: number) => void
  /** Told of each photo that could not be read. */
  onSkipped: () => void
  /** Told when the album could not be read to its end. */
  onEnded: () => void
  words: { missing: string; ended: string }
  signal?: AbortSignal
}

/**
 * The files of an album's archive, each asked for when the one before has been written: nothing is kept, however many
 * there are. A photo that cannot be read is left out, and a list at the end says which and why the album ended early.
 */
export async function* zipFiles(source: Source): AsyncGenerator<ZipFile> {
  const { posts, onPhoto, onSkipped, words, signal } = source
  const nameOf = namer()
  const missing: string[] = []
  let isWhole = true
  try {
    for await (const post of posts) {
      for (const photo of post.photos) {
        signal?.throwIfAborted()
        const address = post.viewer.own ? originalOf(photo.photoId) : downloadOf(photo)
        const said = photo.altText || (post.caption.split("\n")[0] ?? "")
        const answer = await source.get(address).catch(() => undefined)
        signal?.throwIfAborted()
        if (!answer?.ok || !answer.body) {
          missing.push(`${photo.photoId} ${answer?.status ?? ""} ${said}`.replace(/\s+/g, " ").trim())
          onSkipped()
          continue
        }
        const name = nameOf(said, endingOf(answer.headers.get("content-type"), answer.url))
        const lost = () => {
          missing.push(`${name} …`)
          onSkipped()
        }
        yield {
          name,
          input: counted(answer.body, source.onBytes, lost, signal),
          lastModified: new Date(post.createdAt),
        }
        onPhoto()
      }
    }
  } catch (error) {
    if (signal?.aborted) throw error
    isWhole = false
    source.onEnded()
  }
  const lines = [
    ...(missing.length > 0 ? [words.missing, ...missing] : []),
    ...(isWhole ? [] : [words.ended]),
  ]
  if (lines.length > 0) yield { name: "0000 README.txt", input: `${lines.join("\n")}\n` }
}

/** The same bytes, counted. A line that is cut in a photo ends that photo, and not the archive. */
function counted(
  body: ReadableStream<Uint8Array>,
  onBytes: (count: number) => void,
  onLost: () => void,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) return controller.close()
        onBytes(value.byteLength)
        controller.enqueue(value)
      } catch (error) {
        if (signal?.aborted) return controller.error(error)
        onLost()
        controller.close()
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
