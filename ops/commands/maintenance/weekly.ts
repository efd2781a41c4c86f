import { maintenance } from "../../maintenance/command"

export default maintenance(
  "weekly",
  "makes the week's report: errors, metrics, dependencies, certificates, backups, dead letters, drills",
  "Seven days back from now; what needs a person comes first.",
)
