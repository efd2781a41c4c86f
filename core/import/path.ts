/** What hides something in a name; those above ASCII are letters that were read in the wrong encoding. */
const hiding = /(?![\u0080-\u009f])\p{Cc}/u

/** Whether a name leads out of the archive, or would on some machine. Nothing is ever written under such a name. */
export const isUnsafe = (name: string): boolean =>
  name === "" ||
  name.includes("\\") ||
  hiding.test(name) ||
  name.startsWith("/") ||
  /^[A-Za-z]:/.test(name) ||
  name.split("/").includes("..")

const longest = 300

/** A name as it can be shown and kept: without what cannot be read, and not endless. */
export function shown(name: string): string {
  const clean = name.replace(/\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu, "\ufffd").normalize("NFC")
  const letters = [...clean]
  return letters.length <= longest ? clean : `…${letters.slice(1 - longest).join("")}`
}

/** The last part of a path. */
export const nameIn = (path: string) => path.slice(path.lastIndexOf("/") + 1)

/** The folder of a path, with its slash. */
export const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1)

/** What a name ends in, in small letters, with its dot. */
export const endingOf = (path: string) => /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? ""

export const isVideo = (path: string) => videos.has(endingOf(path))
export const isPicture = (path: string) => pictures.has(endingOf(path))
export const isArchive = (path: string) =>
  [".zip", ".tgz", ".gz", ".tar", ".7z", ".rar"].includes(endingOf(path))

const videos = new Set([
  ".mp4",
  ".mov",
  ".m4v",
  ".avi",
  ".mkv",
  ".3gp",
  ".webm",
  ".mpg",
  ".mpeg",
  ".mp",
  ".mv",
  ".mts",
  ".wmv",
])
const pictures = new Set([".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic", ".heif"])
