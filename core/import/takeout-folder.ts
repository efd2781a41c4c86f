import { endingOf, folderOf, nameIn } from "./path"
import { keyOfSidecar } from "./sidecar"
import type { EntryRef } from "./zip"

/** A folder of a Takeout, of all its files together, and the words about its photos by what they are looked up by. */
export type Folder = { path: string; entries: EntryRef[]; sidecars: Map<string, EntryRef> }

/** Whether something is a picture, a film or the like, and no words about one. */
export const isMedia = (name: string) => !["", ".html", ".json", ".csv", ".txt"].includes(endingOf(name))

/** Folders by name, so that years come before nothing and each plan is the same; years first, they have everything. */
export function foldersOf(entries: readonly EntryRef[]): Folder[] {
  const folders = new Map<string, Folder>()
  for (const entry of entries) {
    const path = folderOf(entry.path)
    const folder = folders.get(path) ?? { path, entries: [], sidecars: new Map<string, EntryRef>() }
    folders.set(path, folder)
    folder.entries.push(entry)
    const key = keyOfSidecar(nameIn(entry.path))
    if (key) folder.sidecars.set(key, entry)
  }
  for (const folder of folders.values())
    folder.entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.file - b.file))
  return [...folders.values()].sort(
    (a, b) => Number(isYear(b.path)) - Number(isYear(a.path)) || (a.path < b.path ? -1 : 1),
  )
}

/** Whether a folder is of a year, and not an album: "Photos from 2019", 「2019 年の写真」. */
export function isYear(path: string): boolean {
  const name = nameIn(path.slice(0, -1))
  if (!/(19|20)\d\d/.test(name)) return false
  const rest = name.replace(/(19|20)\d\d/, "").trim()
  return /^(photos? (from|de|du|van)|fotos? (von|aus|de|del|van|från|fra|uit)|foto's uit|foto (dal|del|z|från)|年の写真|年的照片|년 사진|년의 사진|фото за|фотографии за)?( г\.?)?$/iu.test(
    rest,
  )
}
