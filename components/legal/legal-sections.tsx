type Section = { id: string; title: string; lines: readonly string[] }

/** A long text in sections that can be linked to. */
export function LegalSections({ sections }: { sections: readonly Section[] }) {
  return sections.map(({ id, title, lines }) => (
    <section key={id} id={id} className="stack">
      <h2 className="h-sec">{title}</h2>
      {lines.map((line) => (
        <p key={line} className="base">
          {line}
        </p>
      ))}
    </section>
  ))
}
