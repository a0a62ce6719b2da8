const GOLD = '#b08a3e'

/** A small picture of a model of paper. Decoration: its name stands below it. */
export function ModelPicture(props: { readonly model: 'sober' | 'festive' }) {
  return (
    <svg viewBox="0 0 120 84" aria-hidden="true">
      <rect x="0.5" y="0.5" width="119" height="83" fill="#fffefb" stroke="#c9bfab" />
      {props.model === 'sober' ? <Sober /> : <Festive />}
      <Lines left={props.model === 'festive'} />
    </svg>
  )
}

function Sober() {
  return (
    <g fill="none">
      <rect x="5" y="5" width="110" height="74" stroke="#1b2436" strokeWidth="1.4" />
      <rect x="8" y="8" width="104" height="68" stroke={GOLD} strokeWidth="0.7" />
      {[
        [8, 8],
        [112, 8],
        [8, 76],
        [112, 76],
      ].map(([x, y]) => (
        <circle key={`${x}${y}`} cx={x} cy={y} r="3.4" stroke={GOLD} strokeWidth="0.7" fill="#fffefb" />
      ))}
    </g>
  )
}

function Festive() {
  const steps = Array.from({ length: 10 }, (_, at) => at)
  return (
    <g>
      <rect x="1" y="1" width="118" height="9" fill="#a8251f" />
      <rect x="1" y="74" width="118" height="9" fill="#a8251f" />
      {steps.map((at) => (
        <g key={at} transform={`translate(${1 + at * 11.8} 0)`}>
          <path d="M0 10L5.9 3L11.8 10Z" fill="#e0a526" />
          <path d="M3 10L5.9 6.4L8.8 10Z" fill="#1a6663" />
          <path d="M0 74L5.9 81L11.8 74Z" fill="#e0a526" />
          <path d="M3 74L5.9 77.6L8.8 74Z" fill="#1a6663" />
        </g>
      ))}
    </g>
  )
}

/** Heading, name, text and signatures as lines. */
function Lines(props: { readonly left: boolean }) {
  return (
    <g stroke="#1b2436" strokeLinecap="round" fill="none">
      <path d="M44 21h32" strokeWidth="3" stroke={props.left ? '#a8251f' : '#1b2436'} />
      <path d="M52 28h16" strokeWidth="0.9" opacity="0.6" />
      <path d="M28 38h64" strokeWidth="2.2" />
      <path d="M24 46h72M24 50h72M40 54h40" strokeWidth="0.8" opacity="0.55" />
      <path d="M26 66h24M70 66h24" strokeWidth="0.9" />
    </g>
  )
}
