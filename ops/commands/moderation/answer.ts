import { Moderation } from "../../../core/moderation"
import { AnswerAppeal } from "../../../core/moderation/moderation.schema"
import { command } from "../../command"
import { linkProduct } from "../../linked"
import { deciding } from "../../moderation/refused"
import { exit, OpsProblem } from "../../problem"
import { who } from "../../who"

const answers = AnswerAppeal.shape.answer.options

export default command({
  summary:
    "answers an appeal, as an administrator does: granted, all is as before; upheld, the decision stands",
  details:
    "Whoever appealed is told, and reads the text. Whoever decided leaves it to another, if there is one.",
  examples: [
    "moderation answer dcn_01J0000000000000000000000A upheld --text 'It sells something.' --stage production",
    "moderation answer dcn_01J0000000000000000000000A granted --text 'A mistake of ours.'",
  ],
  args: {
    decision: { type: "positional", required: true, description: "the id of what is appealed against" },
    answer: {
      type: "positional",
      required: true,
      valueHint: answers.join("|"),
      description: "whether the decision is taken back or stands",
    },
    text: { type: "string", default: "", description: "why, for whoever appealed, who reads it as it is" },
  },
  leavesRecord: true,
  async changes({ args, stage }) {
    await linkProduct(stage)
    const { id, answer, text } = answerOf(args)
    const reading = Moderation.read(Moderation.operatorActor(await who(stage)), { id })
    const { act, target, appeal } = await deciding(reading, id)
    if (!appeal) throw new OpsProblem(`Nobody has appealed against ${id}.`, undefined, exit.nothing)
    if (appeal.status !== "open")
      throw new OpsProblem(`The appeal against ${id} is ${appeal.status} already.`, undefined, exit.failed)
    return `answer the appeal against ${act} about ${target} ("${appeal.text}"): ${answer} (${text})`
  },
  async run({ args, stage }) {
    const input = answerOf(args)
    const { id, answer } = input
    await deciding(Moderation.answer(Moderation.operatorActor(await who(stage)), input), id)
    return { data: { id, answer }, text: `Answered: the appeal against ${id} is ${answer}.` }
  },
})

/** @throws OpsProblem for what is no answer */
function answerOf({ decision, answer, text }: Record<string, unknown>) {
  const { success, data, error } = AnswerAppeal.safeParse({ id: decision, answer, text })
  if (success) return data
  const where = error.issues[0]?.path[0]
  throw new OpsProblem(
    where === "id"
      ? `${decision} is no id of a decision.`
      : where === "answer"
        ? `There is no answer "${answer}".`
        : "--text is missing, or too short or too long: whoever appealed reads it.",
    where === "answer" ? `Answers: ${answers.join(", ")}.` : "`moderation queue --of appeals` lists them.",
  )
}
