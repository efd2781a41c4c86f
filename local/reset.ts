import { confirm, isCancel } from "@clack/prompts"
import { emptyDataFolder } from "./data-folder"
import { Problem } from "./problem"

/**
 * Empties the data folder after asking.
 * @throws Problem when nobody can be asked, or the answer is no
 */
export async function resetData(folder: string, yes: boolean) {
  if (!yes) {
    if (!process.stdin.isTTY) throw new Problem(`--reset removes all data in ${folder}: add --yes to say so.`)
    const answer = await confirm({ message: `Remove all data in ${folder}?`, initialValue: false })
    if (isCancel(answer) || !answer) throw new Problem("Nothing was removed.")
  }
  await emptyDataFolder(folder)
}
