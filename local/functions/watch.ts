import { existsSync, watch } from "node:fs"
import path from "node:path"

/**
 * Calls back once after a burst of changes to the source in the folders.
 * @returns stops watching
 */
export function watchSource(folders: string[], changed: (file: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watchers = folders
    .filter((folder) => existsSync(folder))
    .map((folder) =>
      watch(folder, { recursive: true }, (_, name) => {
        if (!name || !/\.(ts|tsx|json)$/.test(name) || name.endsWith(".test.ts")) return
        clearTimeout(timer)
        timer = setTimeout(changed, 100, path.join(path.basename(folder), name))
      }),
    )
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
