/** The one name that is drawn; a site that is called something else is set in type. */
const drawnName = "Ichimai"

/** The site's name as it stands beside the mark. */
export function Wordmark({ name }: { name: string }) {
  if (name !== drawnName) return <span className="text-lg font-semibold">{name}</span>
  return (
    <svg className="word" viewBox="0 0 139 36" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="4">
        <path d="M4 13v19" />
        <path d="M29 16.7A8.7 8.7 0 1 0 29 28.3" />
        <path d="M38 3v29M38 22.5a7.25 7.25 0 0 1 14.5 0V32" />
        <path d="M63 13v19" />
        <path d="M73 13v19M73 21.3a6.3 6.3 0 0 1 12.6 0V32M85.6 21.3a6.3 6.3 0 0 1 12.6 0V32" />
        <circle cx="115.2" cy="22.5" r="8.2" />
        <path d="M123.4 13v19" />
        <path d="M135 13v19" />
      </g>
      <g fill="currentColor">
        <circle cx="4" cy="5.5" r="2.8" />
        <circle cx="63" cy="5.5" r="2.8" />
        <circle cx="135" cy="5.5" r="2.8" />
      </g>
    </svg>
  )
}
