import { matches } from "./match"
import { parsePattern } from "./parse"

export { asSent } from "./as-sent"
export { PatternProblem } from "./problem"

/**
 * Reads a filter pattern of CloudWatch Logs, for logs that are not there.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 * @returns tells whether a log event, as it was written, fits it
 * @throws PatternProblem for what is no pattern, with the place
 */
export function filterPattern(text: string): (message: string) => boolean {
  const pattern = parsePattern(text)
  return (message) => matches(pattern, message)
}
