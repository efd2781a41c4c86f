import { styleText } from "node:util"
import type { Stage } from "../stage"
import type { Finding } from "./step"
import type { Walked } from "./walk"

const signs = {
  fine: styleText("green", "ok     "),
  symptom: styleText("yellow", "sign   "),
  cause: styleText("red", "CAUSE  "),
  unknown: styleText("dim", "unknown"),
}

/** One step as it was walked. */
export const stepShown = (asks: string, { is, found, means, evidence = [] }: Finding): string =>
  [
    `${signs[is]}  ${styleText("bold", asks)}`,
    ...[
      found,
      ...(is === "fine" ? [] : [styleText("dim", means)]),
      ...evidence.flatMap((text) => text.split("\n").map(quoted)),
    ].map((line) => `         ${line}`),
  ].join("\n")

const quoted = (line: string) => `${styleText("dim", "│")} ${line}`

export const commandLine = (next: string, stage: Stage) =>
  `npm run ops -- ${next}${stage.isLocal || next.includes("--stage") ? "" : ` --stage ${stage.name}`}`

/** How a walk ended: the cause, and the command to go on with. */
export function endShown({ causes: [first, ...more], steps }: Walked, stage: Stage): string {
  if (!first) {
    const signs = steps.filter(({ finding }) => finding.is === "symptom").length
    return signs > 0
      ? `No cause was found for ${signs === 1 ? "the sign" : `the ${signs} signs`} above. Look at a longer period: --since 24h.`
      : "Nothing was found: in this period the stage does not have this trouble."
  }
  return [
    `${styleText("bold", "Cause:")} ${first.cause}`,
    ...(first.remedy ? [`${styleText("bold", "Can be put right:")} ${first.remedy.change} (--apply)`] : []),
    `${styleText("bold", "Next:")}  ${commandLine(first.next, stage)}`,
    ...more.map(
      ({ cause, next }) => `${styleText("bold", "Also:")}  ${cause}\n       ${commandLine(next, stage)}`,
    ),
  ].join("\n")
}
