/** The button at the end of a form; it stays where it is while the form is sent. */
export function SendButton({ busy, label }: { busy: boolean; label: string }) {
  return (
    <button type="submit" className="btn btn--primary" aria-disabled={busy}>
      {busy && <span className="spin" aria-hidden="true" />}
      {label}
    </button>
  )
}
