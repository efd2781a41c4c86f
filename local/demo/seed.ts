import { intro, log, note, outro, progress } from "@clack/prompts"
import { SiteProblem } from "../../core/client"
import { accounts, demoPassword, entries } from "./demo"
import { type LoadProgress, loadDemo } from "./load"

const site = process.env.SITE_URL || `http://localhost:${process.env.PORT || 3000}`

const first = { posts: "Uploading the first photo", life: "People look at each other's posts" }

intro(`Demo data for ${site}`)
process.exitCode = await seed()

/** Loads the demo data and says how it went. Gives the exit code. */
async function seed() {
  let bar: ReturnType<typeof progress> | undefined
  const shown: LoadProgress = {
    start(steps, stage) {
      bar?.stop("All posts are published")
      bar = steps === 0 ? undefined : progress({ max: steps })
      bar?.start(first[stage])
    },
    advance: (done) => bar?.advance(1, done),
    onWait: (seconds) => bar?.message(`The site asks for a pause of ${seconds} s`),
  }
  try {
    const added = await loadDemo(site, shown)
    bar?.stop(`${added.deeds} follows, likes, comments and the like added`)
    if (added.posts + added.deeds === 0)
      log.info(`All ${entries.length} posts and what belongs to them are there already; nothing was added.`)
    note(accounts.map((account) => account.email).join("\n"), `Sign in with password ${demoPassword}`)
    outro(`Look at ${site}`)
    return 0
  } catch (error) {
    bar?.error("Stopped")
    log.error(reason(error))
    return 1
  }
}

function reason(error: unknown) {
  if (!URL.canParse(site)) return `SITE_URL is "${site}"; it should look like http://localhost:3000.`
  if (error instanceof SiteProblem)
    return `${error.message} (${error.status} ${error.code})\nRun npm run seed again: it goes on where it stopped.`
  // What fetch throws when nothing answers.
  if (error instanceof TypeError && error.cause)
    return `Nothing answers at ${site}. Start the site with npm run dev first.`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
