// Before the SDK is imported: it would nag about Node 20 at every command.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true"
const { run } = await import("./cli")

process.exitCode = await run(process.argv.slice(2))

export {}
