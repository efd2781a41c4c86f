import { accountId, named, settings } from "./stage"

const address = /[^\s<>@]+@[^\s<>@]+/.exec(settings.mailFrom)?.[0] ?? ""
const host = address.split("@")[1] ?? ""
/** In the stage's own domain everything is set up by DNS; elsewhere whoever owns the address confirms it by mail. */
const sender =
  settings.domain && (host === settings.domain || host.endsWith(`.${settings.domain}`)) ? host : address

export const mailFrom = settings.mailFrom

const mail =
  settings.mailIdentity === "create"
    ? new sst.aws.Email("Mail", {
        sender,
        ...(sender.includes("@")
          ? {}
          : {
              dmarc: "v=DMARC1; p=quarantine; adkim=s; aspf=r;",
              mailFrom: { domain: `bounce.${sender}` },
            }),
        transform: {
          configurationSet: {
            configurationSetName: named("mail"),
            // Whoever's mailbox is gone, or who complained, gets no more of them.
            suppressionOptions: { suppressedReasons: ["BOUNCE", "COMPLAINT"] },
            reputationOptions: { reputationMetricsEnabled: true },
            deliveryOptions: { tlsPolicy: "REQUIRE" },
          },
        },
      })
    : undefined

const arn = (kind: "identity" | "configuration-set", name: $util.Input<string>) =>
  $interpolate`arn:aws:ses:${settings.region}:${accountId}:${kind}/${name}`

/** May send mails, as the stage's sender and nobody else. */
export const maySendMail = {
  actions: ["ses:SendEmail"],
  resources: [
    // SES asks for the domain or for the address, whichever it knows.
    arn("identity", host),
    arn("identity", address),
    ...(mail ? [arn("configuration-set", mail.configSet)] : []),
  ],
  conditions: [{ test: "StringEquals", variable: "ses:FromAddress", values: [address] }],
}
