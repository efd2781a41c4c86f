import { people } from "./people"
import { posts } from "./posts"
import type { Row } from "./row"
import { search } from "./search"
import { talk } from "./talk"

/** Every call that shows a person to another, or does something about them. */
export const apartRows: readonly Row[] = [...people, ...posts, ...talk, ...search]

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
  "GET /api/me/accounts",
  "POST /api/me/accounts",
  "DELETE /api/me/accounts/{provider}",
  "GET /api/me/tokens",
  "POST /api/me/tokens",
  "DELETE /api/me/tokens/{tokenId}",
  "GET /api/me/sessions",
  "DELETE /api/me/sessions",
  "DELETE /api/me/sessions/{sid}",
  "GET /api/me/drafts",
  "GET /api/drafts/{draftId}",
  "POST /api/drafts",
  "PATCH /api/drafts/{draftId}",
  "DELETE /api/drafts/{draftId}",
  "POST /api/drafts/{draftId}/publish",
  "POST /api/uploads",
  "GET /api/uploads/{photoId}/parts",
  "POST /api/uploads/{photoId}/parts",
  "POST /api/uploads/{photoId}/complete",
  "DELETE /api/uploads/{photoId}",
  "GET /api/photos/{photoId}",
  "DELETE /api/photos/{photoId}",
  "POST /api/photos/{photoId}/retry",
  "POST /api/posts",
  "PATCH /api/posts/{postId}",
  "DELETE /api/posts/{postId}",
  // Of a comment that is one's own, or under one's own post.
  "PATCH /api/comments/{commentId}",
  "DELETE /api/comments/{commentId}",
  "GET /api/notifications/unread",
  "POST /api/notifications/read",
  "POST /api/notifications/unsubscribe/{token}",
  "GET /api/me/notification-settings",
  "PATCH /api/me/notification-settings",
  // Out in the world everybody is a visitor: what is public there is so for who is signed out, too.
  "GET /u/{handle}/feed.xml",
  "GET /u/{handle}/feed.json",
  "GET /t/{tag}/feed.xml",
  "GET /t/{tag}/feed.json",
  "GET /api/oembed",
  "GET /embed/{postId}",
  "GET /sitemap.xml",
  "GET /sitemaps/{day}",
  "GET /api/tags/{tag}",
  "PUT /api/tags/{tag}/follow",
  "DELETE /api/tags/{tag}/follow",
  "GET /api/me/tags",
  "GET /api/me/filters",
  "PUT /api/me/filters",
  // A block itself is found by who made it: core/block tests both sides.
  "PUT /api/users/{handle}/block",
  "DELETE /api/users/{handle}/block",
  "GET /api/me/blocks",
  // Those who run the site see everybody, whoever blocked whom.
  "POST /api/admin/users/find",
  "GET /api/admin/users/{userId}",
  "PATCH /api/admin/users/{userId}",
  "POST /api/admin/users/{userId}/sign-out",
  "GET /api/admin/audit",
]
