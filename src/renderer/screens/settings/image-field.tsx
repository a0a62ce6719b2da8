import { Button } from '@mantine/core'
import { failureOf, useApi, useJob, useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import style from './settings.module.css'

/** An image kept in the database (a logo, a signature): shown, changed, taken away. `onSave` rejects with `AppError`. */
export function ImageField(props: {
  readonly label: string
  readonly about?: string
  readonly assetId: string | null
  readonly onSave: (assetId: string | null) => Promise<unknown>
}) {
  const t = useText()
  const api = useApi()
  const add = useJob('assets.add', { quiet: true })
  const asset = useQuery('assets.get', { id: props.assetId ?? '00000000-0000-7000-8000-000000000000' }, { enabled: props.assetId !== null })
  const put = async (assetId: string | null): Promise<void> => {
    try {
      await props.onSave(assetId)
    } catch (thrown) {
      api.activity.say({ tone: 'bad', text: failureOf(thrown, t).message })
    }
  }
  return (
    <div className={style['image']}>
      {props.assetId !== null && asset.data !== undefined && (
        <figure>
          <img src={asset.data.dataUrl} alt={props.label} />
          <figcaption>
            <span className="tabular">{t('settings.imageSize', { width: asset.data.width, height: asset.data.height })}</span>
            <Button variant="subtle" size="compact-sm" onClick={() => void put(null)}>
              {t('settings.removeImage')}
            </Button>
          </figcaption>
        </figure>
      )}
      <FileDrop
        small
        accept=".png,.jpg,.jpeg"
        title={props.assetId === null ? t('settings.dropImage') : t('settings.changeImage')}
        onFiles={([file]) => {
          if (file !== undefined) void add.run({ file }).then((made) => (made === undefined ? undefined : put(made.id)))
        }}
      />
      {props.about !== undefined && <p className={style['why']}>{props.about}</p>}
      <Failure error={add.error} onClose={add.forget} />
    </div>
  )
}
