import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { IconCircleCheck } from '../../ui/icons.ts'
import { Receipt, useReceiptGroups } from './receipt.tsx'
import { StepFoot } from '../../ui/step-foot.tsx'
import type { Wizard } from './use-wizard.ts'
import style from './receipt.module.css'
import wizardStyle from './wizard.module.css'

/** What was written, what came back, the way to take it back, and what comes next: the certificates. */
export function DoneStep(props: { readonly wizard: Wizard }) {
  const t = useText()
  const { written, restart } = props.wizard
  const found = useQuery('imports.get', { id: written?.importId ?? '', limit: 1 }, { enabled: written !== undefined })
  const names = written?.groups.map((one) => one.name)
  const groups = useReceiptGroups(found.data?.editionId ?? null, names)
  const [first] = groups
  const seen = found.data
  return (
    <>
      <div className={wizardStyle['body']}>
        <Failure error={found.error} onRetry={found.reload} />
        {seen !== undefined && (
          <>
            {!seen.undone && (
              <h2 className={style['headline']}>
                <IconCircleCheck size={26} stroke={1.5} aria-hidden />
                {seen.enrolled > 0 ? t('wizard.doneEnrolled', { n: seen.enrolled }) : t('wizard.donePeople', { n: seen.created + seen.updated })}
              </h2>
            )}
            <Receipt seen={seen} groups={groups} />
          </>
        )}
      </div>
      {first === undefined || seen?.undone === true ? (
        <StepFoot isLast next={t('wizard.another')} onNext={restart} />
      ) : (
        <StepFoot next={t('wizard.issue')} onNext={() => go('certificates', ['emitir'], groups.length === 1 || seen?.editionId == null ? { grupo: first.id } : { edicion: seen.editionId })}>
          <Button onClick={restart}>{t('wizard.another')}</Button>
        </StepFoot>
      )}
    </>
  )
}
