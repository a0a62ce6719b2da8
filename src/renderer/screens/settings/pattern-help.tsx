import { useText } from '../../language.tsx'
import style from './numbering.module.css'

/** What may stand between braces in a pattern: shared/domain/numbering.ts. */
const TOKENS = [
  ['{corr:3}', 'settings.tokenNumber'],
  ['{año}', 'settings.tokenYear'],
  ['{siglas_entidad}', 'settings.tokenEntity'],
  ['{siglas_unidad}', 'settings.tokenUnit'],
  ['{tipo}', 'settings.tokenKind'],
] as const

export function PatternHelp() {
  const t = useText()
  return (
    <dl className={style['tokens']}>
      {TOKENS.map(([token, key]) => (
        <div key={token}>
          <dt>{token}</dt>
          <dd>{t(key)}</dd>
        </div>
      ))}
    </dl>
  )
}
