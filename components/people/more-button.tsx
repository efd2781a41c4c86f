type Props = {
  state: "idle" | "loading" | "failed"
  more: () => void
  words: { more: string; loading: string; unreachable: string }
  /** Where the list goes on for readers without a script. */
  href?: string
}

/** Continues a list below it. */
export function MoreButton({ state, more, words, href }: Props) {
  const inside = (
    <>
      {state === "loading" && <span className="spin" aria-hidden="true" />}
      {words.more}
    </>
  )
  return (
    <div className="more">
      <p role="status" className="muted empty:hidden">
        {state === "failed" && words.unreachable}
        {state === "loading" && <span className="vh">{words.loading}</span>}
      </p>
      {href ? (
        <a
          className="btn btn--line"
          href={href}
          onClick={(event) => {
            event.preventDefault()
            more()
          }}
        >
          {inside}
        </a>
      ) : (
        <button type="button" className="btn btn--line" onClick={more}>
          {inside}
        </button>
      )}
    </div>
  )
}
