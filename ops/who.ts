import { userInfo } from "node:os"
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts"
import type { Stage } from "./stage"

/** Who types the command: as AWS knows them, and on a laptop the name they are signed in with there. */
export async function who(stage: Stage): Promise<string> {
  if (stage.isLocal) return userInfo().username
  const { Arn } = await stage.client(STSClient).send(new GetCallerIdentityCommand({}))
  return Arn ?? "unknown"
}
