import { isNamed, OpsProblem } from "../problem"
import type { Scene } from "./scene"
import { type Finding, type Step, unknown } from "./step"

export type Cause = Extract<Finding, { is: "cause" }>
export type Walked = {
  steps: { asks: string; finding: Finding }[]
  /** The most weighty first: what is broken now, then what explains most. */
  causes: Cause[]
}

/** Goes through all steps: a cause that is found early need not be the only one. */
export async function walk(
  steps: readonly Step[],
  scene: Scene,
  passed: (asks: string, finding: Finding) => void = () => {},
): Promise<Walked> {
  const walked: Walked["steps"] = []
  for (const { asks, look } of steps) {
    const finding = await look(scene).catch(unanswered)
    passed(asks, finding)
    walked.push({ asks, finding })
  }
  const weight = ({ times = Number.POSITIVE_INFINITY }: Cause) => times
  const causes = walked.flatMap(({ finding }) => (finding.is === "cause" ? [finding] : []))
  return {
    steps: walked,
    causes: causes.sort((a, b) => (weight(a) === weight(b) ? 0 : weight(b) - weight(a))),
  }
}

/** What cannot be asked is said, and does not end the walk; only who asks has to be known. */
function unanswered(error: unknown): Finding {
  if (isNamed(error, ["CredentialsProviderError", "ExpiredTokenException", "UnrecognizedClientException"]))
    throw error
  if (error instanceof OpsProblem) return unknown(error.message)
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return unknown(
    `${name}: ${message}`,
    "It could not be looked at, which may itself be a part of the trouble.",
  )
}
