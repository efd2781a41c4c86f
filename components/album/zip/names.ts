/** What no file may be called on Windows, whatever its ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i
/** Bytes of a name: file systems take 255, and a counter and an ending come to it. */
const maxBytes = 120

/**
 * A part of a file name that every system takes, made of what somebody wrote.
 * @returns nothing where nothing of it can stay
 */
export function safeName(text: string): string {
  const plain = text
    .normalize("NFC")
    // Separators, what Windows refuses, what cannot be seen or turns the writing around.
    .replace(
      /[\\/:*?"<>|]|[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu,
      " ",
    )
    .replace(/\s+/gu, " ")
  const cut = shortened(plain.trim())
    // Hidden on Unix at the beginning, lost on Windows at the end.
    .replace(/^[.\s]+|[.\s]+$/gu, "")
  return reserved.test(cut.split(".")[0] ?? "") ? `_${cut}` : cut
}

/** The beginning of a text, cut between characters as people count them. */
function shortened(text: string): string {
  const bytes = new TextEncoder()
  let kept = ""
  let size = 0
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    size += bytes.encode(segment).length
    if (size > maxBytes) break
    kept += segment
  }
  return kept
}

/**
 * Gives each file of an archive a name of its own: its place, what it shows, its ending. On systems that take upper and
 * lower case for the same they still differ.
 */
export function namer() {
  const taken = new Set<string>()
  let count = 0
  return (words: string, ending: string): string => {
    count++
    const base = [String(count).padStart(4, "0"), safeName(words)].filter(Boolean).join(" ")
    let name = `${base}.${ending}`
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} (${n}).${ending}`
    taken.add(name.toLowerCase())
    return name
  }
}

const endings: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/heic": "heic",
  "image/heif": "heif",
  "image/avif": "avif",
}

/** The ending of a file by what storage says of its bytes, or by the address it came from. */
export const endingOf = (contentType: string | null, address: string): string =>
  endings[contentType?.split(";")[0]?.trim() ?? ""] ??
  /\.([a-z0-9]{3,4})(?:\?|$)/.exec(address)?.[1]?.replace("jpeg", "jpg") ??
  "bin"
