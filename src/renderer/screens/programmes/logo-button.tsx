import { useApi, failureOf, useJob, useQuery, useSendFile } from '../../api.ts'
import { useText } from '../../language.tsx'
import { IconPhoto, IconX } from '../../ui/icons.ts'
import { isAccepted, pickFiles } from '../../ui/pick-files.ts'
import style from './programmes.module.css'

const ACCEPT = '.png,.jpg,.jpeg'
const NOTHING = '00000000-0000-7000-8000-000000000000'

/** A logo in a line of a list: pressed, it asks for another image (PNG or JPG); one can also be dropped on it. */
export function LogoButton(props: { readonly name: string; readonly assetId: string | null; readonly onChange: (assetId: string | null) => void }) {
  const t = useText()
  const api = useApi()
  const send = useSendFile()
  const add = useJob('assets.add', { quiet: true })
  const { name, assetId } = props
  const asset = useQuery('assets.get', { id: assetId ?? NOTHING }, { enabled: assetId !== null })
  const take = async (files: readonly File[]): Promise<void> => {
    const [file] = files
    if (file === undefined) return
    if (!isAccepted(file.name, ACCEPT)) {
      api.activity.say({ tone: 'bad', text: t('frame.wrongType', { name: file.name, accept: ACCEPT }) })
      return
    }
    try {
      const made = await add.run({ file: await send(file) })
      if (made !== undefined) props.onChange(made.id)
    } catch (thrown) {
      api.activity.say({ tone: 'bad', text: failureOf(thrown, t).message })
    }
  }
  const label = assetId === null ? t('training.addLogoOf', { name }) : t('training.changeLogoOf', { name })
  return (
    <span className={style['logo']}>
      <button
        type="button"
        aria-label={label}
        title={add.error?.message ?? label}
        data-wrong={add.error !== undefined}
        onClick={() => void pickFiles(ACCEPT).then(take)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          void take([...event.dataTransfer.files])
        }}
      >
        {assetId !== null && asset.data !== undefined ? (
          <img src={asset.data.dataUrl} alt={t('training.logoOf', { name })} />
        ) : (
          <>
            <IconPhoto size={16} stroke={1.5} aria-hidden />
            {t('training.addLogo')}
          </>
        )}
      </button>
      {assetId !== null && (
        <button type="button" className={style['drop']} aria-label={t('training.removeLogoOf', { name })} title={t('training.removeLogoOf', { name })} onClick={() => props.onChange(null)}>
          <IconX size={12} aria-hidden />
        </button>
      )}
      {add.error !== undefined && <span role="alert">{add.error.message}</span>}
    </span>
  )
}
