import { Loader } from '@mantine/core'
import { useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { PageDrawing } from './editor/page-drawing.tsx'
import style from './designs.module.css'

type Asked = Pick<Takes<'designs.look'>, 'paperKind' | 'role'>

/** The first page of a design as it is printed, with usual words. */
export function DesignPicture(props: { readonly design: Takes<'designs.get'>['id'] } & Asked) {
  const seen = useQuery('designs.get', { id: props.design })
  return <div className={style['picture']}>{seen.data === undefined ? <Loader size="sm" /> : <FirstPage seen={seen.data} paperKind={props.paperKind} role={props.role} />}</div>
}

function FirstPage(props: { readonly seen: Gives<'designs.get'> } & Asked) {
  const t = useText()
  const { seen } = props
  const [first] = seen.document.pages
  // Only the page that is shown is laid out.
  const document = first === undefined ? seen.document : { ...seen.document, pages: [first] }
  const look = useQuery('designs.look', { document, sample: { kind: 'usual' }, paperKind: props.paperKind, role: props.role })
  const page = look.data?.pages[0]
  const hashes = [...new Set(page?.items.flatMap((item) => (item.kind === 'image' ? [item.hash] : [])) ?? [])]
  const images = useQuery('assets.byHash', { hashes }, { enabled: hashes.length > 0 })
  if (page === undefined) return <Loader size="sm" />
  return <PageDrawing page={page} images={new Map(images.data?.map((image) => [image.hash, image.dataUrl]))} label={t('paperDesigns.pictureOf', { name: seen.name })} />
}
