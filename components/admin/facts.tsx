/** Names and what they are, one below the other. */
export function Facts({
  of,
  className = "",
}: {
  of: readonly (readonly [string, unknown])[]
  className?: string
}) {
  return (
    <dl className={`state-facts ${className}`}>
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{String(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
