import { Entity } from "electrodb"
import { primaryKey } from "../table/key"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/** A person: settings and profile. */
export const UserEntity = new Entity({
  model: model("user"),
  attributes: {
    userId: { type: "string", required: true },
    handle: { type: "string", required: true },
    name: { type: "string", required: true },
    bio: { type: "string", required: true, default: "" },
    email: { type: "string", required: true },
    emailVerified: { type: "boolean", required: true, default: false },
    /** Where verification is required: nobody sees the account before its address is confirmed. */
    hidden: { type: "boolean", required: true, default: false },
    /** When it was shut by whoever runs the site: it is hidden, and cannot sign in. */
    suspendedAt: { type: "string" },
    /** The decision that it was shut by; absent where an operator did it without one. */
    suspendedBy: { type: "string" },
    /** The decision by which posts wait until somebody has looked at them. */
    heldBy: { type: "string" },
    /** Absent for who signs in through a provider and never chose a password. */
    passwordHash: { type: "string" },
    /** The linked account at each provider. What decides is its own row; these keep it to one each, and never none. */
    googleId: { type: "string" },
    githubId: { type: "string" },
    cognitoId: { type: "string" },
    locale: { type: ["en", "ja"] as const, required: true },
    role: { type: ["member", "moderator", "admin"] as const, required: true, default: "member" },
    /** Whether only accepted followers see the posts. */
    private: { type: "boolean", required: true, default: false },
    links: {
      type: "list",
      items: {
        type: "map",
        properties: { url: { type: "string", required: true }, label: { type: "string" } },
      },
    },
    /** The photo shown beside the name, and the point of it that must be seen. */
    avatar: {
      type: "map",
      properties: {
        photoId: { type: "string", required: true },
        width: { type: "number", required: true },
        height: { type: "number", required: true },
        color: { type: "string", required: true },
        thumbhash: { type: "string", required: true },
        version: { type: "number", required: true },
        /** Whether the CDN has the small variants; until then they are shown through the checked address. */
        public: { type: "boolean", required: true },
        x: { type: "number", required: true },
        y: { type: "number", required: true },
      },
    },
    /** Whether search engines are asked to leave the profile and its posts out. */
    unlisted: { type: "boolean", required: true, default: false },
    /** When the person was last here, to the day; feeds of those long gone are not written. */
    seenOn: { type: "string" },
    createdAt: { type: "string", required: true },
    /** Which edition of the terms was agreed to with joining; none of who joined before there was one. */
    termsVersion: { type: "string" },
    /** When the person went away, for a while or for good: everything of theirs is hidden. */
    deactivatedAt: { type: "string" },
    /** When everything is erased, of who asked for that. */
    leavingAt: { type: "string" },
    /** When the erasing began: from then on nobody comes back. */
    erasingAt: { type: "string" },
    /** Handles that the person had before; they stay theirs. */
    formerHandles: { type: "list", items: { type: "string" } },
  },
  indexes: { byId: primaryKey("USER#{userId}", "PROFILE") },
})

/** Counters of a person, apart from the profile: they change often, the profile seldom. */
export const UserCountEntity = new Entity({
  model: model("userCount"),
  attributes: {
    userId: { type: "string", required: true },
    posts: { type: "number", required: true, default: 0 },
    followers: { type: "number", required: true, default: 0 },
    following: { type: "number", required: true, default: 0 },
    newestPostId: { type: "string" },
    /** How many tags the person follows. */
    tags: { type: "number" },
    /** Whether it has too many followers for a feed row each; see the feed. */
    large: { type: "boolean" },
  },
  indexes: { byId: primaryKey("USER#{userId}", "COUNT") },
})

/** Makes handles unique. Without a user it is only reserved, until `expires`. */
export const HandleEntity = new Entity({
  model: model("handle"),
  attributes: {
    handle: { type: "string", required: true },
    userId: { type: "string" },
    expires: { type: "number" },
  },
  indexes: { byHandle: primaryKey("HANDLE#{handle}", "H") },
})

/** Makes e-mail addresses unique; the key holds a keyed hash and the version of its key. */
export const EmailEntity = new Entity({
  model: model("email"),
  attributes: {
    hash: { type: "string", required: true },
    userId: { type: "string", required: true },
  },
  indexes: { byHash: primaryKey("EMAIL#{hash}", "E") },
})
