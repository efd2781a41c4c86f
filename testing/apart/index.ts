import { people } from "./people"
import { posts } from "./posts"
import type { Row } from "./row"

/** Every call that shows a person to another, or does something about them. */
export const apartRows: readonly Row[] = [...people, ...posts]

/** Calls that are about oneself and one's own things alone, or about nobody. */
export const aboutOneself: readonly string[] = [
  "GET /health",
  "GET /api/health",
  "POST /api/account",
  "POST /api/account/verify",
  "POST /api/account/verify/resend",
  "POST /api/account/password/forgot",
  "POST /api/account/password/reset",
  "GET /api/me",
  "PATCH /api/me",
  "PUT /api/me/password",
  "PUT /api/me/avatar",
  "DELETE /api/me/avatar",
  "GET /api/me/on-this-day",
  // Ids of posts alone; core/feed tests that those of people who are apart are not among them.
  "GET /api/feed/home/new",
  "GET /api/me/sessions",
  "DELETE /api/me/sessions",
  "DELETE /api/me/sessions/{sid}",
  "GET /api/me/drafts",
  "GET /api/drafts/{draftId}",
  "DELETE /api/drafts/{draftId}",
  "POST /api/uploads",
  "GET /api/uploads/{photoId}/parts",
  "POST /api/uploads/{photoId}/parts",
  "POST /api/uploads/{photoId}/complete",
  "DELETE /api/uploads/{photoId}",
  "GET /api/photos/{photoId}",
  "DELETE /api/photos/{photoId}",
  "POST /api/photos/{photoId}/retry",
  "POST /api/posts",
  "DELETE /api/posts/{postId}",
  "GET /api/me/filters",
  "PUT /api/me/filters",
  // A block itself is found by who made it: core/block tests both sides.
  "PUT /api/users/{handle}/block",
  "DELETE /api/users/{handle}/block",
  "GET /api/me/blocks",
]
