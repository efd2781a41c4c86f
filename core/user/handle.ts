import { AppError } from "../error"

/** The refusal of a handle that somebody else has; it names the field. */
export const handleTaken = () =>
  new AppError("conflict", {
    reason: "handle_taken",
    issues: [{ code: "custom", path: ["handle"], message: "handle_taken", input: undefined }],
  })
