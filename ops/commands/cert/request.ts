import { ACMClient, RequestCertificateCommand } from "@aws-sdk/client-acm"
import { command } from "../../command"
import { facts } from "../../output"
import { global } from "../../stage"

export default command({
  summary: "asks for a certificate of a domain and everything one label below it, in us-east-1",
  details:
    "Once for all stages: your-domain.com and *.your-domain.com also cover staging and the API hosts.\nAsking again within an hour gives the same certificate. `cert status` shows the DNS record that proves the domain yours.",
  examples: ["cert request your-domain.com"],
  args: { domain: { type: "positional", required: true, description: "the bare domain" } },
  changes: ({ args }) => `ask ACM in us-east-1 for a certificate of ${args.domain} and *.${args.domain}`,
  async run({ args, stage }) {
    const { CertificateArn } = await stage.client(ACMClient, global).send(
      new RequestCertificateCommand({
        DomainName: args.domain,
        SubjectAlternativeNames: [`*.${args.domain}`],
        ValidationMethod: "DNS",
        // Asked again for the same within an hour, ACM gives the same certificate.
        IdempotencyToken: args.domain.replaceAll(/\W/g, "").slice(0, 32),
      }),
    )
    const data = { certificate: CertificateArn }
    return {
      data,
      text: `${facts(data)}\n\n  npm run ops -- cert status ${CertificateArn} --stage ${stage.name}`,
    }
  },
})
