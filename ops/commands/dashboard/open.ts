import { command } from "../../command"
import { bodyOf } from "../../dashboard"

export default command({
  summary: "says where the stage's dashboard is in the console of AWS",
  examples: ["dashboard open --stage production"],
  args: {},
  async run({ stage }) {
    const { dashboard } = stage.names
    await bodyOf(stage)
    const address = `https://${stage.region}.console.aws.amazon.com/cloudwatch/home?region=${stage.region}#dashboards/dashboard/${dashboard}`
    return { data: { dashboard, address }, text: address }
  },
})
