import {
  CloudFrontClient,
  CreateInvalidationCommand,
  GetInvalidationCommand,
  TooManyInvalidationsInProgress,
} from "@aws-sdk/client-cloudfront"

let made: CloudFrontClient | undefined

/** Made when it is first needed: most of what imports this never invalidates. */
function client() {
  made ??= new CloudFrontClient({ maxAttempts: 4 })
  return made
}

/**
 * Asks the CDN to forget paths. Asked twice under one name, it is one invalidation.
 * @returns the CDN's name for it, or undefined when it has too much to do at present
 */
export async function invalidate(
  DistributionId: string,
  name: string,
  paths: readonly string[],
): Promise<string | undefined> {
  const InvalidationBatch = {
    CallerReference: name,
    Paths: { Quantity: paths.length, Items: [...paths] },
  }
  try {
    const { Invalidation } = await client().send(
      new CreateInvalidationCommand({ DistributionId, InvalidationBatch }),
    )
    return Invalidation?.Id
  } catch (error) {
    if (error instanceof TooManyInvalidationsInProgress) return undefined
    throw error
  }
}

/** Whether the CDN has forgotten everywhere what an invalidation names. */
export async function isConfirmed(DistributionId: string, Id: string): Promise<boolean> {
  const { Invalidation } = await client().send(new GetInvalidationCommand({ DistributionId, Id }))
  return Invalidation?.Status === "Completed"
}
