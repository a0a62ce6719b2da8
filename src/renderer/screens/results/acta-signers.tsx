import { useState } from 'react'
import { Button } from '@mantine/core'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { IconPlus, IconX } from '../../ui/icons.ts'
import style from './results.module.css'

interface Signer {
  readonly name: string
  readonly post: string
}

const MOST = 6

/** Who signs the record of results, in the order of the lines: the office's signatories, or anybody by name and post. */
export function ActaSigners(props: { readonly signers: readonly Signer[]; readonly onSave: (signers: readonly Signer[]) => Promise<unknown> }) {
  const t = useText()
  const entity = useQuery('entity.get', {})
  const [name, setName] = useState('')
  const [post, setPost] = useState('')
  const { signers } = props
  const known = (entity.data?.signatories ?? []).filter((one) => !signers.some((signer) => signer.name === one.name && signer.post === one.post))
  const put = (list: readonly Signer[]): void => void props.onSave(list).catch(() => undefined)
  const add = (): void => {
    if (name.trim() === '' || post.trim() === '') return
    put([...signers, { name: name.trim(), post: post.trim() }])
    setName('')
    setPost('')
  }
  return (
    <>
      <ul className={style['signers']} aria-label={t('actaScreen.signers')}>
        {signers.map((signer, at) => (
          <li key={`${signer.name} ${signer.post}`}>
            <span>{signer.name}</span>
            <span className={style['soft']}>{signer.post}</span>
            <button type="button" className={style['small']} aria-label={t('actaScreen.removeSigner', { name: signer.name })} onClick={() => put(signers.filter((_, index) => index !== at))}>
              <IconX size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {signers.length < MOST && (
        <>
          {known.length > 0 && (
            <SelectField
              label={t('actaScreen.addSignatory')}
              value={null}
              choices={known.map((one) => ({ value: one.id, label: `${one.name}, ${one.post}` }))}
              onChange={(id) => {
                const chosen = known.find((one) => one.id === id)
                if (chosen !== undefined) put([...signers, { name: chosen.name, post: chosen.post }])
              }}
            />
          )}
          <form
            className={style['signers']}
            onSubmit={(event) => {
              event.preventDefault()
              add()
            }}
          >
            <div className={style['adding']}>
              <TextField label={t('actaScreen.signerName')} maxLength={120} value={name} onChange={setName} />
              <TextField label={t('actaScreen.signerPost')} maxLength={160} value={post} onChange={setPost} />
            </div>
            <div>
              <Button type="submit" leftSection={<IconPlus size={16} aria-hidden />}>
                {t('actaScreen.addSigner')}
              </Button>
            </div>
          </form>
        </>
      )}
    </>
  )
}
