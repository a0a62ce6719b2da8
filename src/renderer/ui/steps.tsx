import { useText } from '../language.tsx'
import { IconCheck } from './icons.ts'
import style from './steps.module.css'

/** Where one is in a piece of work of several steps. `at` counts from 0; steps done can be returned to. */
export function Steps(props: { readonly steps: readonly string[]; readonly at: number; readonly onGo?: ((step: number) => void) | undefined }) {
  const t = useText()
  return (
    <ol className={style['steps']}>
      {props.steps.map((word, index) => {
        const isDone = index < props.at
        const content = (
          <>
            <span className={style['number']}>{isDone ? <IconCheck size={14} stroke={2.5} aria-hidden /> : index + 1}</span>
            <span>{word}</span>
            <span className="unseen">{t('frame.step', { step: index + 1, of: props.steps.length })}</span>
          </>
        )
        return (
          <li key={word} data-done={isDone} aria-current={index === props.at ? 'step' : undefined}>
            {isDone && props.onGo !== undefined ? (
              <button type="button" onClick={() => props.onGo?.(index)}>
                {content}
              </button>
            ) : (
              <span className={style['step']}>{content}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
