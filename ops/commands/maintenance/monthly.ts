import { maintenance } from "../../maintenance/command"

export default maintenance(
  "monthly",
  "makes the month's report: costs, where time goes, capacity, unused indexes, the restore drill",
  "Thirty days back from now, and the account's bill of six months where it may be read; what needs a person comes first.",
)
