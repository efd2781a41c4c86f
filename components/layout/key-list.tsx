"use client"

import { Dialog } from "@/components/ui/dialog"

export type KeyListWords = {
  title: string
  close: string
  between: string
  keys: { keys: string[]; does: string }[]
}

/** The list of keys that do something. */
export function KeyList({ words, onClose }: { words: KeyListWords; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} labelledBy="key-list" className="dialog dialog--sm">
      <h2 id="key-list" className="h-page">
        {words.title}
      </h2>
      <dl className="keys">
        {words.keys.map(({ keys, does }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && <span className="vh">{words.between}</span>}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="dialog__end">
        <button type="submit" className="btn btn--line">
          {words.close}
        </button>
      </form>
    </Dialog>
  )
}
