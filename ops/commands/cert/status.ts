import { ACMClient, DescribeCertificateCommand } from "@aws-sdk/client-acm"
import { command } from "../../command"
import { facts, mark, table } from "../../output"
import { OpsProblem } from "../../problem"
import { global } from "../../stage"

export default command({
  summary: "says whether a certificate is issued, what it covers, and which DNS records it waits for",
  details: "Exit code 0 when it is issued and not about to expire within 30 days.",
  examples: ["cert status arn:aws:acm:us-east-1:123456789012:certificate/your-cert-id --stage production"],
  args: { arn: { type: "positional", required: true, description: "the certificate's ARN" } },
  async run({ args, stage }) {
    const region = args.arn.split(":")[3]
    if (region !== global) {
      throw new OpsProblem(
        `This certificate is in ${region || "no region"}; CloudFront reads those of us-east-1 alone.`,
        "npm run ops -- cert request",
      )
    }
    const { Certificate } = await stage
      .client(ACMClient, global)
      .send(new DescribeCertificateCommand({ CertificateArn: args.arn }))
    const { Status, SubjectAlternativeNames = [], NotAfter, DomainValidationOptions = [] } = Certificate ?? {}
    const days = NotAfter ? Math.floor((NotAfter.getTime() - Date.now()) / 86_400_000) : undefined
    const records = DomainValidationOptions.flatMap(({ DomainName, ValidationStatus, ResourceRecord }) =>
      ResourceRecord ? [{ domain: DomainName, state: ValidationStatus, ...ResourceRecord }] : [],
    )
    const ok = Status === "ISSUED" && (days === undefined || days >= 30)
    const data = { status: Status, names: SubjectAlternativeNames, daysLeft: days, records }
    const waiting = Status === "PENDING_VALIDATION" && records.length > 0
    const text = [
      facts({
        [mark(ok)]: Status,
        names: SubjectAlternativeNames.join(" "),
        expires: days === undefined ? undefined : `in ${days} days`,
      }),
      ...(waiting
        ? [
            "Add these records to the domain's zone; it is issued some minutes later:",
            table(records, [{ of: "Name" }, { of: "Type" }, { of: "Value" }]),
          ]
        : []),
    ].join("\n\n")
    return { data, text, ok }
  },
})
