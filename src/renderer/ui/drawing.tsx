import { SealLines } from './seal.tsx'
import style from './drawing.module.css'

/** Small drawings in line, for empty places. Ink lines, one detail in seal red. */
const DRAWINGS = {
  people: (
    <>
      <path d="M22 78v-6c0-9 7-15 16-15h12c9 0 16 6 16 15v6" />
      <circle cx="44" cy="40" r="12" />
      <path d="M74 56h4c9 0 16 6 16 15v7M66 30a11 11 0 1 1 6 20" />
      <path d="M14 78h92" />
      <path className={style['mark']} d="M88 22h18M97 13v18" />
    </>
  ),
  organisations: (
    <>
      <path d="M18 78h84M26 78V44l34-20 34 20v34M38 78V52M52 78V52M68 78V52M82 78V52M24 44h72" />
      <path className={style['mark']} d="M60 24V10l14 4-14 5" />
    </>
  ),
  programmes: (
    <>
      <path d="M24 20h50a6 6 0 0 1 6 6v52H30a6 6 0 0 1-6-6zM24 72a6 6 0 0 1 6-6h50" />
      <path d="M36 32h30M36 41h30M36 50h18" />
      <path className={style['mark']} d="M90 34v34l6 8 6-8V34a6 6 0 0 0-12 0zM90 42h12" />
    </>
  ),
  certificates: (
    <>
      <rect x="16" y="16" width="88" height="60" rx="2" />
      <rect x="21" y="21" width="78" height="50" rx="1" strokeDasharray="1.5 2.5" />
      <path d="M42 34h36M34 44h52M48 53h24" />
      <g className={style['mark']} transform="translate(86 66)">
        <SealLines radius={13} />
        <path d="M-6 11l-3 13 9-5 9 5-3-13" />
      </g>
    </>
  ),
  sheet: (
    <>
      <path d="M28 12h44l18 18v50H28zM72 12v18h18" />
      <path d="M38 40h42v30H38zM38 50h42M38 60h42M52 40v30M66 40v30" />
      <path className={style['mark']} d="M102 84V58M93 67l9-9 9 9" />
    </>
  ),
  signature: (
    <>
      <path d="M18 74h84" />
      <path d="M26 62c10-26 20-36 24-30s-16 30-10 32 16-22 20-20-6 16 0 16 8-10 12-10 2 8 8 8 8-4 14-6" />
      <path className={style['mark']} d="M86 34l14-18 8 6-14 18-11 5zM97 20l8 6" />
    </>
  ),
  calendar: (
    <>
      <path d="M20 20h72a4 4 0 0 1 4 4v50a4 4 0 0 1-4 4H24a4 4 0 0 1-4-4V20zM20 34h76M38 12v14M58 12v14M78 12v14" />
      <path d="M32 46h8M52 46h8M72 46h8M32 57h8M52 57h8M32 68h8M52 68h8" />
      <path className={style['mark']} d="M70 60l5 5 11-12" />
    </>
  ),
  scan: (
    <>
      <path d="M34 12h40l14 14v52H34zM74 12v14h14" />
      <path d="M44 38h34M44 47h34M44 56h34M44 65h22M24 30v-8h6M98 30v-8h-6M24 62v8h6M98 62v8h-6" />
      <path className={style['mark']} d="M18 46h88" />
    </>
  ),
  search: (
    <>
      <circle cx="52" cy="42" r="26" />
      <path d="M71 61l24 22M40 42h24M40 34h14" />
      <path className={style['mark']} d="M40 50h18" />
    </>
  ),
} as const

export type DrawingName = keyof typeof DRAWINGS

export function Drawing(props: { readonly name: DrawingName }) {
  return (
    <svg className={style['drawing']} viewBox="0 0 120 90" width="120" height="90" aria-hidden="true">
      {DRAWINGS[props.name]}
    </svg>
  )
}
