/** The mark: one frame, and in it 一, a stroke with the peak that a brush leaves at its end. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 48 48" aria-hidden="true">
      <rect
        x="3.75"
        y="9.75"
        width="40.5"
        height="28.5"
        rx="1.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="3.5"
      />
      <path
        d="M10.5 25.3h17.3l3.7-5a1.3 1.3 0 0 1 2.09 0l4.26 5.8a1.4 1.4 0 0 1-1.13 2.23H10.5Z"
        fill="currentColor"
      />
    </svg>
  )
}
