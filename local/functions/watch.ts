import { existsSync, type FSWatcher, watch } from "node:fs"
import path from "node:path"

/**
 * Calls back once after a burst of changes to the source in the folders. Where the system watches no more files, it
 * says so, and a change needs a restart.
 * @returns stops watching
 */
export function watchSource(folders: string[], changed: (file: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const blind = (error: unknown) => console.warn(`Changes to the functions are not noticed: ${error}`)
  const watchers: FSWatcher[] = []
  for (const folder of folders.filter((name) => existsSync(name))) {
    try {
      const watcher = watch(folder, { recursive: true }, (_, name) => {
        if (!name || !/\.(ts|tsx|json)$/.test(name) || name.endsWith(".test.ts")) return
        clearTimeout(timer)
        timer = setTimeout(changed, 100, path.join(path.basename(folder), name))
      })
      watchers.push(watcher.on("error", blind))
    } catch (error) {
      blind(error)
    }
  }
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
