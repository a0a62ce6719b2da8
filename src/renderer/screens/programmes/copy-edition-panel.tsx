import { useId, useState } from 'react'
import { Button } from '@mantine/core'
import { useCommand } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { EditionSeen } from './edition-screen.tsx'
import { nextEditionName, readYear } from './words.ts'
import style from './programmes.module.css'

/** The same edition once more, with another name and year: its data, partners and groups, without people or dates. */
export function CopyEditionPanel(props: { readonly seen: EditionSeen; readonly onClose: () => void }) {
  const t = useText()
  const form = useId()
  const { edition, cohorts, partners } = props.seen
  const copy = useCommand('editions.copy', { said: t('training.editionCopied') })
  const [name, setName] = useState(() => nextEditionName(edition.name))
  const [year, setYear] = useState(String(edition.year + 1))
  const wanted = readYear(year)
  const isReady = name.trim() !== '' && wanted !== undefined
  const onCopy = async (): Promise<void> => {
    if (wanted === undefined || !isReady) return
    const made = await copy.run({ id: edition.id, name, year: wanted })
    if (made !== undefined) go('programmes', ['edicion', made.id])
  }
  return (
    <Panel
      title={t('training.copyEdition')}
      subtitle={edition.name}
      width={380}
      onClose={props.onClose}
      actions={
        <>
          <Button variant="subtle" onClick={props.onClose}>
            {t('frame.cancel')}
          </Button>
          <Button type="submit" form={form} disabled={!isReady} loading={copy.running}>
            {t('training.makeCopy')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className={style['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void onCopy()
        }}
      >
        <p>{t('training.copyWhy', { cohorts: cohorts.length, partners: partners.length })}</p>
        <TextField label={t('training.editionName')} required autoFocus maxLength={120} value={name} onChange={setName} />
        <TextField label={t('training.year')} required inputMode="numeric" maxLength={4} value={year} error={wanted === undefined ? t('training.badYear') : undefined} onChange={setYear} />
        <Failure error={copy.error} onClose={copy.forget} />
      </form>
    </Panel>
  )
}
