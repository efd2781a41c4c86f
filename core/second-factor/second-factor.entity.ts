import { Entity } from "electrodb"
import { primaryKey } from "../table/key"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/** What a person's authenticator app counts with. It is asked for once a right code came from it. */
export const TotpEntity = new Entity({
  model: model("totp"),
  attributes: {
    userId: { type: "string", required: true },
    /** The key, sealed: a stolen table makes no codes. */
    secret: { type: "string", required: true },
    createdAt: { type: "string", required: true },
    /** Absent while no code has come from it: then nobody is asked for one. */
    confirmedAt: { type: "string" },
    /** The last step whose code was taken: none is taken twice. */
    lastStep: { type: "number" },
    /** Hashes of the recovery codes that are left. */
    codes: { type: "list", items: { type: "string" } },
  },
  indexes: { byUser: primaryKey("USER#{userId}", "TOTP") },
})

/** Somebody has given the right password, and owes the second step. Kept as the hash of what the browser's cookie holds. */
export const SignInTicketEntity = new Entity({
  model: model("signInTicket"),
  attributes: {
    hash: { type: "string", required: true },
    userId: { type: "string", required: true },
    /** Which password was right: once that has changed, nothing is owed any more. */
    password: { type: "string" },
    expires: { type: "number", required: true },
  },
  indexes: { byHash: primaryKey("TICKET#{hash}", "T") },
})
