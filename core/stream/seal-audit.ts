import { Audit } from "../audit"

/** What is noted in the audit is kept under lock as well. */
export const sealAudit = (row: Record<string, unknown>): Promise<void> =>
  Audit.seal(row as unknown as Parameters<typeof Audit.seal>[0])
