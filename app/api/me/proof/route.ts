import { route } from "@/app/_server/route"
import { SignIn } from "@/core/sign-in"

export const GET = route(SignIn.proofs, { token: "never" })
export const POST = route(SignIn.prove, { token: "never" })
