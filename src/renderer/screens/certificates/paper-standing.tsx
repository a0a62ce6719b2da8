import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import { useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { Note } from '../../ui/note.tsx'
import { Section } from '../../ui/panel.tsx'
import { Facts, momentText } from './frozen-facts.tsx'
import style from './register.module.css'

type Paper = Gives<'certificates.get'>

/** Whether the paper counts; where it does not, what does and why. */
export function Standing(props: { readonly paper: Paper }) {
  const t = useText()
  const { annulled, replacedBy, replaces, version } = props.paper
  if (annulled !== null) {
    return (
      <Note tone="bad" title={t('issuing.isAnnulled', { day: formatDate(annulled.annulledOn) })}>
        {t('issuing.annulledWhy', { reason: annulled.reason, resolution: annulled.resolution })}
      </Note>
    )
  }
  if (replacedBy !== null) {
    return (
      <Note tone="warn" title={t('issuing.isReplaced', { version: replacedBy.version })} actions={<a href={href('certificates', [replacedBy.id])}>{t('issuing.seeVersion', { version: replacedBy.version })}</a>}>
        {t('issuing.replacedWhy', { reason: replacedBy.reason, day: momentText(replacedBy.at) })}
      </Note>
    )
  }
  if (replaces === null) return null
  return (
    <Note tone="info" actions={<a href={href('certificates', [replaces.id])}>{t('issuing.seeVersion', { version: replaces.version })}</a>}>
      {t('issuing.replacesOld', { version, before: replaces.version })}
    </Note>
  )
}

/** What proves the paper: its seal, the hash of the file that is kept, the design it was drawn by. */
export function Proof(props: { readonly paper: Paper }) {
  const t = useText()
  const { id, seal, paperSha256, issuedAt, paper } = props.paper
  const prove = useJob('certificates.prove', { quiet: true })
  const [same, setSame] = useState<boolean>()
  const check = async (): Promise<void> => {
    setSame(undefined)
    const answer = await prove.run({ ids: [id] })
    if (answer !== undefined) setSame(answer.same === 1)
  }
  return (
    <Section
      title={t('issuing.trust')}
      actions={
        paperSha256 !== null && (
          <Button variant="subtle" size="compact-sm" loading={prove.running} onClick={() => void check()}>
            {t('issuing.prove')}
          </Button>
        )
      }
    >
      <Failure error={prove.error} onClose={prove.forget} />
      {same !== undefined && <Note tone={same ? 'done' : 'bad'}>{same ? t('issuing.provedSame') : t('issuing.provedDifferent')}</Note>}
      <Facts
        facts={[
          [t('issuing.sealedBy'), seal === null ? t('issuing.noSealFacts') : t('issuing.sealFacts', { key: seal.keyName, serial: seal.serial })],
          [t('issuing.keptAs'), paperSha256 === null ? t('issuing.notDrawn') : <code key="hash" className={style['hash']}>{paperSha256}</code>],
          [t('issuing.design'), paper.design],
          [t('issuing.issuedAt'), momentText(issuedAt)],
        ]}
      />
    </Section>
  )
}
