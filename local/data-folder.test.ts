import { mkdir, readdir, writeFile } from "node:fs/promises"
import path from "node:path"
import { describe, expect, test } from "vitest"
import { claimDataFolder, emptyDataFolder, prepareDataFolder } from "./data-folder"
import { commandLine } from "./process/pid-file"
import { temporaryFolder } from "./test-kit"

const put = (folder: string, name: string, content: unknown) =>
  writeFile(path.join(folder, name), typeof content === "string" ? content : JSON.stringify(content))

describe("the data folder", () => {
  test("is made, marked, and given back", async () => {
    const folder = path.join(await temporaryFolder(), "a", "b")
    const release = await claimDataFolder(folder)
    await prepareDataFolder(folder)
    expect((await readdir(folder)).sort()).toEqual(["ichimai.json", "launcher.pid"])
    release()
    expect(await readdir(folder)).toEqual(["ichimai.json"])
  })

  test("of somebody else is refused and left alone", async () => {
    const folder = await temporaryFolder()
    await put(folder, "thesis.txt", "…")
    await expect(claimDataFolder(folder)).rejects.toThrow("holds files that are not Ichimai's")
    expect(await readdir(folder)).toEqual(["thesis.txt"])
  })

  test.each([
    ["that cannot be made", "file/below", /cannot be used \(ENOTDIR\): make it writable.*LOCAL_DATA/],
    ["that is a file", "file", /cannot be used \(ENOTDIR\)/],
  ])("%s gives one line", async (_, name, line) => {
    const folder = await temporaryFolder()
    await put(folder, "file", "")
    await expect(claimDataFolder(path.join(folder, name))).rejects.toThrow(line)
  })

  test("of another format is refused", async () => {
    const folder = await temporaryFolder()
    await put(folder, "ichimai.json", { application: "ichimai", format: 2 })
    await claimDataFolder(folder)
    await expect(prepareDataFolder(folder)).rejects.toThrow(
      /data of format 2 and this version reads 1.*--reset/,
    )
    await emptyDataFolder(folder)
    await prepareDataFolder(folder)
  })

  test("with a broken marker is refused", async () => {
    const folder = await temporaryFolder()
    await put(folder, "ichimai.json", "{")
    await expect(claimDataFolder(folder)).rejects.toThrow("ichimai.json is broken")
  })

  test("has one owner", async () => {
    const folder = await temporaryFolder()
    await put(folder, "launcher.pid", { pid: process.ppid, command: commandLine(process.ppid) })
    await expect(claimDataFolder(folder)).rejects.toThrow(
      `already runs on ${folder} (process ${process.ppid})`,
    )
  })

  test.each([
    ["whose process is gone", { pid: 2 ** 22 + 1, command: "node" }],
    ["whose number is another program now", { pid: 1, command: "local/main.ts of long ago" }],
    ["that was never finished", ""],
  ])("is taken over from a lock %s", async (_, lock) => {
    const folder = await temporaryFolder()
    await put(folder, "launcher.pid", lock)
    const release = await claimDataFolder(folder)
    release()
  })

  test("keeps its marker and its lock when it is emptied", async () => {
    const folder = await temporaryFolder()
    await claimDataFolder(folder)
    await prepareDataFolder(folder)
    await mkdir(path.join(folder, "s3"))
    await put(folder, "s3/object", "bytes")
    await emptyDataFolder(folder)
    expect((await readdir(folder)).sort()).toEqual(["ichimai.json", "launcher.pid"])
  })
})
