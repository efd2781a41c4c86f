type Props = { busy: boolean; wide?: boolean; children: string }

/** A form's button. It keeps its words and its place while it works. */
export function SubmitButton({ busy, wide = false, children }: Props) {
  return (
    <button
      type="submit"
      className={wide ? "btn btn--primary btn--lg btn--wide mt-1" : "btn btn--primary justify-self-start"}
      aria-disabled={busy}
    >
      {busy && <span className="spin" />}
      {children}
    </button>
  )
}
