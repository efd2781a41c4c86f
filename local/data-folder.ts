import { existsSync, readFileSync, rmSync } from "node:fs"
import { mkdir, readdir, readFile, rm } from "node:fs/promises"
import path from "node:path"
import { setTimeout } from "node:timers/promises"
import { z } from "zod"
import { writeDurably, writeNew } from "./file"
import { Problem, reasonOf } from "./problem"
import { commandLine, isRunning, type Noted, readPidFile } from "./process/pid-file"

/** Raised when the layout of the folder changes so that older data cannot be read. */
const format = 1
const Marker = z.object({ application: z.literal("ichimai"), format: z.int() })

const markerOf = (folder: string) => path.join(folder, "ichimai.json")
const lockOf = (folder: string) => path.join(folder, "launcher.pid")

/**
 * Takes the data folder for this process alone, creating it when it is not there.
 * @returns gives it back
 * @throws Problem when it is not ours, cannot be written, or a running launcher has it
 */
export async function claimDataFolder(folder: string): Promise<() => void> {
  try {
    await assertOurs(folder)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await lock(folder)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw unusable(folder, error)
  }
  return () => rmSync(lockOf(folder), { force: true })
}

/**
 * Marks a new folder as ours, or checks that the data in it is of the format that this version reads.
 * @throws Problem when it is of another format or cannot be written
 */
export async function prepareDataFolder(folder: string) {
  try {
    const marker = await readMarker(folder)
    if (!marker) {
      return await writeDurably(markerOf(folder), `${JSON.stringify({ application: "ichimai", format })}\n`)
    }
    if (marker.format !== format) {
      throw new Problem(
        `${folder} holds data of format ${marker.format} and this version reads ${format}: choose another folder with LOCAL_DATA, or start anew with --reset.`,
      )
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw unusable(folder, error)
  }
}

/** Removes all data of a folder that `claimDataFolder` gave us. */
export async function emptyDataFolder(folder: string) {
  for (const name of await readdir(folder)) {
    const kept = [markerOf(folder), lockOf(folder)].includes(path.join(folder, name))
    if (!kept) await rm(path.join(folder, name), { recursive: true, force: true })
  }
  await writeDurably(markerOf(folder), `${JSON.stringify({ application: "ichimai", format })}\n`)
}

/** A folder is ours when it carries our marker; a new or empty one may become ours. */
async function assertOurs(folder: string) {
  if (!existsSync(folder)) return
  const names = await readdir(folder)
  const foreign = names.filter((name) => name !== "launcher.pid" && !name.endsWith(".tmp"))
  if (foreign.length > 0 && !(await readMarker(folder))) {
    throw new Problem(
      `${folder} holds files that are not Ichimai's (no ichimai.json in it): choose another folder with LOCAL_DATA.`,
    )
  }
}

async function readMarker(folder: string) {
  const file = markerOf(folder)
  if (!existsSync(file)) return undefined
  try {
    return Marker.parse(JSON.parse(await readFile(file, "utf8")))
  } catch {
    throw new Problem(`${file} is broken: choose another folder with LOCAL_DATA, or remove this one.`)
  }
}

async function lock(folder: string) {
  const file = lockOf(folder)
  const mine = JSON.stringify({ pid: process.pid, command: commandLine(process.pid) } satisfies Noted)
  if (writeNew(file, mine)) return
  // Two launchers may find the same stale lock: after a moment, whoever's name stands in it has it.
  const holder = readPidFile(file) ?? (await setTimeout(50).then(() => readPidFile(file)))
  if (!holder || holder.pid === process.pid || !isRunning(holder)) {
    rmSync(file, { force: true })
    writeNew(file, mine)
    await setTimeout(100)
    if (readFileSync(file, "utf8") === mine) return
  }
  const pid = readPidFile(file)?.pid ?? holder?.pid
  throw new Problem(
    `Ichimai already runs on ${folder} (process ${pid}): use that one, stop it, or choose another folder with LOCAL_DATA.`,
  )
}

const unusable = (folder: string, error: unknown) =>
  new Problem(
    `The data folder ${folder} cannot be used (${reasonOf(error)}): make it writable, or choose another with LOCAL_DATA.`,
  )
