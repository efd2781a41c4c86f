import { command } from "../../command"
import restoreDrill from "../db/restore-drill"

export default command({
  ...restoreDrill,
  summary: "restores the table into another, compares counts and sampled posts: `db restore-drill`",
  examples: ["drill restore", "drill restore --stage production --sample 500 --segments 8"],
})
