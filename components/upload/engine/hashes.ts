/** SHA-256 in hex: of a whole file, and of each part of it of `partSize` bytes. */
export type Hashes = { sha256: string; partSize: number; parts: readonly string[] }

/** Reads a file once and hashes it whole and in parts. Holds it in memory while it works. */
export async function hashesOf(file: Blob, partSize: number): Promise<Hashes> {
  const bytes = await file.arrayBuffer()
  const starts = Array.from({ length: Math.ceil(bytes.byteLength / partSize) }, (_, part) => part * partSize)
  const [sha256, ...parts] = await Promise.all([
    sha256Of(bytes),
    ...starts.map((start) =>
      sha256Of(new Uint8Array(bytes, start, Math.min(partSize, bytes.byteLength - start))),
    ),
  ])
  return { sha256, partSize, parts }
}

async function sha256Of(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
}
