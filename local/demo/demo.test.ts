import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import exifr from "exifr"
import sharp from "sharp"
import { describe, expect, test } from "vitest"
import { WriteComment } from "../../core/comment/comment.schema"
import { CreatePost } from "../../core/post/post.schema"
import { mentionsIn, tagsIn } from "../../core/text-parts.schema"
import { SignUp, UpdateMe } from "../../core/user/user.schema"
import { accounts, entries, titleOf } from "./demo"
import { followedTags, follows, likes, saves } from "./life"
import { type DemoPhoto, photos } from "./photos"
import { talk } from "./talk"

const folder = path.join(import.meta.dirname, "photos")
const files = readdirSync(folder).filter((name) => name.endsWith(".jpg"))
const known: Record<string, DemoPhoto> = photos
const read = (file: string) => readFileSync(path.join(folder, file))
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

const isPhotoRow = ([, file]: string[]) => file?.endsWith(".jpg`")

describe("the photographs", () => {
  test("are each used once, and each is there", () => {
    const used = entries.flatMap((entry) => entry.photos.map((photo) => photo.fileName))
    expect(used.toSorted()).toEqual(files.toSorted())
    expect(
      Object.keys(known)
        .map((name) => `${name}.jpg`)
        .toSorted(),
    ).toEqual(files.toSorted())
    expect(files.length).toBeGreaterThanOrEqual(28)
  })

  test("are small, and no two are the same bytes", () => {
    const all = files.map(read)
    expect(all.reduce((total, bytes) => total + bytes.length, 0)).toBeLessThan(7_000_000)
    const digests = all.map((bytes) => createHash("sha256").update(bytes).digest("hex"))
    expect(new Set(digests).size).toBe(files.length)
  })

  test.each(files)("%s is a JPEG of the right size that names its author and no place", async (file) => {
    const { format, width, height } = await sharp(read(file)).metadata()
    expect(format).toBe("jpeg")
    expect(Math.max(width, height)).toBeLessThanOrEqual(1600)
    expect(Math.max(width, height)).toBeGreaterThanOrEqual(1000)
    const exif = await exifr.parse(read(file), { gps: true })
    const photo = known[file.replace(".jpg", "")]
    expect(exif.Artist).toBe(photo?.author.replaceAll('"', "'"))
    expect(exif.Copyright.startsWith(photo?.licence)).toBe(true)
    expect(exif.latitude).toBeUndefined()
  })

  test("stand in CREDITS.md with the author, the licence and what was changed", () => {
    const lines = read("CREDITS.md").toString().split("\n")
    const rows = lines.map((line) => line.split("|").map((cell) => cell.trim())).filter(isPhotoRow)
    expect(rows).toHaveLength(files.length)
    for (const [name, photo] of Object.entries(known)) {
      const [, , , author, licence, , changes] = rows.find(([, file]) => file === `\`${name}.jpg\``) ?? []
      expect(author, name).toBe(photo.author)
      expect(licence, name).toMatch(new RegExp(`^\\[${photo.licence}\\]\\(https://creativecommons\\.org/`))
      expect(changes, name).toBe(photo.cropped ? "cropped, smaller" : "smaller")
    }
  })

  test("have a description in English and in Japanese", () => {
    for (const [name, { altText }] of Object.entries(known)) {
      const [english = "", translated = "", ...more] = altText.split(" / ")
      expect(more, name).toEqual([])
      expect(english, name).toMatch(/^[A-Z].{30,}\.$/)
      expect(english, name).not.toMatch(japanese)
      expect(translated, name).toMatch(japanese)
    }
  })
})

describe("the posts", () => {
  const id = (at: number) => `pho_01JD${String(at).padStart(22, "0")}`

  test.each(entries)("$caption", ({ by, caption, contentWarning, license, photos: pictures }) => {
    const input = {
      caption,
      contentWarning,
      license,
      photos: pictures.map(({ altText }, at) => ({ photoId: id(at), altText })),
    }
    // Also: the site keeps every text as it is, so that a second run finds it again.
    expect(CreatePost.parse(input)).toMatchObject(input)
    expect(accounts.map((account) => account.handle)).toContain(by)
    expect(pictures.length).toBeLessThanOrEqual(4)
    const [english, translated, tags = "", credit, ...more] = caption.split("\n")
    expect(more).toEqual([])
    expect(english).not.toMatch(japanese)
    expect(translated).toMatch(japanese)
    expect(tagsIn(tags)).toHaveLength(tags.split(" ").length)
    expect(tags).toMatch(japanese)
    for (const { fileName } of pictures) {
      const photo = known[fileName.replace(".jpg", "")]
      expect(credit).toContain(`${photo?.author}, ${photo?.licence}`)
      // Nothing is allowed that the photo's own licence does not allow.
      if (photo?.licence.startsWith("CC BY-SA")) expect(license).toBe("cc_by_sa")
      if (photo?.licence.startsWith("CC BY ")) expect(license).not.toBe("cc0")
      if (photo?.cropped) expect(credit).toContain("(cropped)")
    }
  })

  test("have captions that tell them apart, since a second run knows them by these", () => {
    expect(new Set(entries.map(({ caption }) => titleOf(caption))).size).toBe(entries.length)
  })
})

describe("what the people do", () => {
  const handles = accounts.map(({ handle }) => handle)
  const authors = new Map<string, string>(entries.map(({ photo, by }) => [photo, by]))
  const japaneseWriters = ["kotoha", "yamamichi", "nohara"]

  test("leaves somebody whom each could still follow, and everybody is followed", () => {
    for (const [by, followed] of Object.entries(follows)) {
      expect(handles).toEqual(expect.arrayContaining([by, ...followed]))
      expect(followed).not.toContain(by)
      expect(followed.length).toBeLessThan(handles.length - 1)
    }
    expect(new Set(Object.values(follows).flat()).size).toBe(handles.length)
  })

  test("likes, keeps and answers what others posted", () => {
    for (const [photo, people] of [...Object.entries(likes), ...Object.entries(saves)]) {
      expect(authors.get(photo), photo).toBeDefined()
      expect(people).not.toContain(authors.get(photo))
      expect(handles).toEqual(expect.arrayContaining(people))
    }
    for (const [photo, comments] of Object.entries(talk)) {
      expect(authors.get(photo), photo).toBeDefined()
      for (const { by } of comments) expect(by).not.toBe(authors.get(photo))
    }
  })

  test("follows tags that posts carry", () => {
    const carried = new Set(entries.flatMap(({ caption }) => tagsIn(caption)))
    for (const tag of Object.values(followedTags)) expect(carried).toContain(tag)
  })

  const said = Object.values(talk)
    .flat()
    .flatMap(({ replies = [], ...comment }) => [comment, ...replies])

  test.each(said)("$by: $text", ({ by, text, likedBy = [] }) => {
    expect(WriteComment.shape.text.parse(text)).toBe(text)
    expect(handles).toEqual(expect.arrayContaining([by, ...likedBy, ...mentionsIn(text)]))
    expect(likedBy).not.toContain(by)
    if (by !== "slow.shutter") expect(japanese.test(text)).toBe(japaneseWriters.includes(by))
  })
})

test("the people can sign up, and each has something to show", () => {
  for (const { handle, email, password, name, bio, avatar } of accounts) {
    expect(SignUp.parse({ handle, email, password, name, ageConfirmed: true })).toMatchObject({
      handle,
      email,
      password,
      name,
    })
    expect(UpdateMe.parse({ bio })).toEqual({ bio })
    expect(entries.filter((entry) => entry.by === handle).length).toBeGreaterThan(0)
    expect(email.endsWith("@example.com")).toBe(true)
    const theirs = entries.filter((entry) => entry.by === handle).flatMap((entry) => entry.photos)
    expect(theirs.map(({ fileName }) => fileName)).toContain(`${avatar.photo}.jpg`)
    // A circle has no room for a credit.
    expect(known[avatar.photo]?.licence).toMatch(/^(CC0 1.0|Public domain)$/)
  }
})
