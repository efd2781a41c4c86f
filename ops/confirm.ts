import { confirm, isCancel, text } from "@clack/prompts"
import { exit, OpsProblem } from "./problem"

/**
 * Asks before something changes, naming the stage. In production its name has to be typed.
 * @throws OpsProblem when the answer is no, or nobody is there to answer
 */
export async function agree(what: string, stage: string, terminal = process.stdin.isTTY): Promise<void> {
  if (!terminal) {
    throw new OpsProblem(
      `This changes stage ${stage}: ${what}`,
      "Nobody can be asked here: add --yes to agree.",
    )
  }
  const question = `On stage ${stage.toUpperCase()}: ${what}`
  const answer =
    stage === "production"
      ? await text({ message: `${question}\nType the name of the stage to go on`, placeholder: stage })
      : await confirm({ message: `${question} Go on?`, initialValue: false })
  if (isCancel(answer) || (answer !== true && answer !== stage)) {
    throw new OpsProblem("Nothing was changed.", undefined, exit.declined)
  }
}
