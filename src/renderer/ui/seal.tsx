/** The curve of a guilloche rosette around the origin, as an SVG path; radii in the units of the drawing. */
export function rosette(inner: number, outer: number, petals: number, phase = 0): string {
  const steps = petals * 16
  const middle = (inner + outer) / 2
  const swing = (outer - inner) / 2
  const points: string[] = []
  for (let step = 0; step <= steps; step += 1) {
    const angle = (step / steps) * Math.PI * 2
    const radius = middle + swing * Math.cos(petals * angle + phase)
    points.push(`${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`)
  }
  return `M${points.join('L')}Z`
}

/** The lines of the seal around the origin. */
export function SealLines(props: { readonly radius: number }) {
  const r = props.radius
  return (
    <>
      <path d={rosette(r * 0.86, r, 18)} />
      <path d={rosette(r * 0.5, r * 0.78, 9)} />
      <path d={rosette(r * 0.5, r * 0.78, 9, Math.PI)} />
    </>
  )
}

/** The app's mark: a seal with a C cut out of it. `size` in pixels. */
export function Seal(props: { readonly size: number }) {
  return (
    <svg viewBox="-50 -50 100 100" width={props.size} height={props.size} aria-hidden="true">
      <path d={rosette(44, 49, 24)} fill="var(--seal)" />
      <g fill="none" stroke="#ffffff" strokeWidth="1.1" opacity="0.55">
        <path d={rosette(32, 41, 24)} />
        <path d={rosette(32, 41, 24, Math.PI)} />
      </g>
      <path d="M16.5 -11.5A20 20 0 1 0 16.5 11.5" fill="none" stroke="#ffffff" strokeWidth="8" strokeLinecap="round" />
    </svg>
  )
}

/** A large faint rosette, as on security paper. Decoration. */
export function Guilloche(props: { readonly size: number; readonly className?: string | undefined }) {
  return (
    <svg viewBox="-100 -100 200 200" width={props.size} height={props.size} className={props.className} aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="0.6">
      {[0, 1, 2, 3, 4, 5].map((turn) => (
        <path key={turn} d={rosette(34, 98, 12, (turn * Math.PI) / 3)} />
      ))}
      {[0, 1, 2].map((turn) => (
        <path key={turn} d={rosette(14, 40, 9, (turn * Math.PI * 2) / 3)} />
      ))}
    </svg>
  )
}
