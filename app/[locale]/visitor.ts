import { redirect } from "next/navigation"
import { currentActor } from "@/app/_server/actor"

/** Sends whoever is signed in already straight on. @param target a path with its language */
export async function visitorOnly(target: string) {
  const actor = await currentActor()
  if (actor.kind === "user") redirect(target)
}
