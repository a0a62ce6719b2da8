const GOLD = '#a8863f'
const INK = '#17253f'
const RED = '#a5223b'
const MARIGOLD = '#e9a23b'
const GREEN = '#1f7a6d'

/** A small picture of a model of paper. Decoration: its name stands below it. */
export function ModelPicture(props: { readonly model: 'sober' | 'festive' }) {
  return (
    <svg viewBox="0 0 120 84" aria-hidden="true">
      <rect x="0.5" y="0.5" width="119" height="83" fill="#fffefb" stroke="#c9bfab" />
      {props.model === 'sober' ? <Sober /> : <Festive />}
    </svg>
  )
}

function Sober() {
  return (
    <g fill="none" strokeLinecap="round">
      <rect x="4.5" y="4.5" width="111" height="75" stroke={INK} strokeWidth="1" />
      <rect x="7" y="7" width="106" height="70" stroke={GOLD} strokeWidth="2.6" strokeDasharray="1.5 1.8" strokeLinecap="butt" />
      <rect x="10" y="10" width="100" height="64" stroke={GOLD} strokeWidth="0.6" />
      <path d="M42 24h36" stroke={INK} strokeWidth="3" />
      <path d="M50 30h20" stroke={GOLD} strokeWidth="1" />
      <path d="M30 39h60" stroke={INK} strokeWidth="2.2" />
      <path d="M26 47h68M26 51h68M38 55h44" stroke={INK} strokeWidth="0.8" opacity="0.5" />
      <path d="M38 67h18M64 67h18" stroke={INK} strokeWidth="0.9" />
      <circle cx="24" cy="65" r="5" fill={GOLD} />
    </g>
  )
}

function Festive() {
  return (
    <g>
      <rect x="4" y="4" width="16" height="76" fill={RED} />
      {[0, 1, 2, 3].map((at) => (
        <g key={at} transform={`translate(12 ${13.5 + at * 19})`}>
          <path d="M0 -8.5L7 0L0 8.5L-7 0Z" fill={MARIGOLD} />
          <path d="M0 -5L4.2 0L0 5L-4.2 0Z" fill={GREEN} />
          <path d="M0 -2L1.7 0L0 2L-1.7 0Z" fill="#fbf3e2" />
        </g>
      ))}
      <path d="M113 4v76" stroke={GREEN} strokeWidth="5" strokeDasharray="3 1.6" />
      <g fill="none" strokeLinecap="round">
        <path d="M29 25h34" stroke={RED} strokeWidth="4" />
        <path d="M29 31h16" stroke={GREEN} strokeWidth="1" />
        <path d="M29 40h64" stroke={INK} strokeWidth="2.2" />
        <path d="M29 48h68M29 52h68M29 56h40" stroke={INK} strokeWidth="0.8" opacity="0.5" />
        <path d="M29 69h18M54 69h18" stroke={RED} strokeWidth="0.9" />
      </g>
    </g>
  )
}
