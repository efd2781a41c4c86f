import { canarySecret, secretNames } from "./settings"
import { profile, settings } from "./stage"

type Named = Record<(typeof secretNames)[number], sst.Secret>

/** The stage's own secrets: `id:secret,id:secret`, newest first. */
export const authority = Object.fromEntries(secretNames.map((name) => [name, new sst.Secret(name)])) as Named

/** What sign-in providers gave us, where they are configured. */
export const providers = settings.providerSecrets.map((name) => new sst.Secret(name))

/** The password of the canary's account. */
export const canary = profile.canary ? [new sst.Secret(canarySecret)] : []
