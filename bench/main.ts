import * as bundle from "./bundle/bundle"
import * as images from "./images/images"

/** Each takes its own arguments and gives the exit code. */
const benchmarks: Record<string, { summary: string; run: (args: string[]) => Promise<number> }> = {
  images,
  bundle,
}

const usage = `Usage: npm run bench -- <benchmark> [options]

${Object.entries(benchmarks)
  .map(([name, { summary }]) => `  ${name}  ${summary}`)
  .join("\n")}

npm run bench -- <benchmark> --help says which options there are.`

const [name, ...args] = process.argv.slice(2)
const benchmark = name === undefined ? undefined : benchmarks[name]
if (benchmark) {
  process.exitCode = await benchmark.run(args)
} else if (name === undefined || name === "--help") {
  console.log(usage)
} else {
  console.error(`There is no benchmark "${name}". There are: ${Object.keys(benchmarks).join(", ")}.`)
  process.exitCode = 1
}
