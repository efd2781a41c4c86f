/** Why something was refused, read out at once. */
export function Refusal({ text }: { text: string | undefined }) {
  return text ? (
    <p className="err" role="alert">
      {text}
    </p>
  ) : null
}
