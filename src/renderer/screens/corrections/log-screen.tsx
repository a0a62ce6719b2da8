import { Button } from '@mantine/core'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { go, href } from '../../router.ts'
import { useRows } from '../../rows.ts'
import type { RowOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconPencil } from '../../ui/icons.ts'
import { Screen } from '../../ui/screen.tsx'
import { CertificateTabs } from '../certificates/certificates-frame.tsx'
import { AnnulmentPanel } from './annulment-panel.tsx'
import { CorrectionPanel } from './correction-panel.tsx'
import { momentText } from './moment-text.ts'

type Row = RowOf<'corrections.list'>

/** Every procedure by which papers were corrected or annulled, and what each did. */
export function LogScreen(props: { readonly open: { readonly kind: 'correccion' | 'anulacion'; readonly id: string } | undefined }) {
  const t = useText()
  const { open } = props
  const source = useRows('corrections.list', {})
  const close = (): void => go('certificates', ['correcciones'])
  const correct = (
    <Button component="a" variant="filled" leftSection={<IconPencil size={16} aria-hidden />} href={href('certificates', ['correcciones', 'corregir'])}>
      {t('correctionScreens.correctPapers')}
    </Button>
  )
  return (
    <Screen
      fill
      title={t('correctionScreens.title')}
      about={t('correctionScreens.about')}
      actions={source.total === 0 ? undefined : correct}
      tabs={<CertificateTabs at="correcciones" />}
      panel={
        open !== undefined &&
        (open.kind === 'correccion' ? <CorrectionPanel key={open.id} id={open.id} onClose={close} /> : <AnnulmentPanel key={open.id} id={open.id} onClose={close} />)
      }
    >
      <DataTable
        id="corrections"
        label={t('correctionScreens.title')}
        source={source}
        columns={columnsOf(t)}
        idOf={(row) => row.id}
        openId={open?.id}
        onOpen={(row) => go('certificates', ['correcciones', row.kind === 'correction' ? 'correccion' : 'anulacion', row.id])}
        empty={
          <EmptyState drawing="certificates" title={t('correctionScreens.empty')} actions={correct}>
            {t('correctionScreens.emptyWhy')}
          </EmptyState>
        }
      />
    </Screen>
  )
}

function columnsOf(t: Text): readonly Column<Row>[] {
  const text = (key: string, title: string, width: number, of: (row: Row) => string): Column<Row> => ({ key, title, width, show: of, text: of })
  return [
    text('at', t('correctionScreens.when'), 140, (row) => momentText(row.at)),
    text('kind', t('correctionScreens.procedure'), 104, (row) => t('correctionScreens.kind', { kind: row.kind })),
    { ...text('papers', t('correctionScreens.papers'), 104, (row) => String(row.certificates)), align: 'right' },
    text('whose', t('correctionScreens.whose'), 270, (row) => t('correctionScreens.andOthers', { name: row.firstName, n: row.certificates - 1 })),
    text('reason', t('correctionScreens.reason'), 300, (row) => row.reason),
    text('resolution', t('correctionScreens.resolution'), 170, (row) => row.resolution ?? ''),
    text('who', t('correctionScreens.who'), 120, (row) => row.who),
  ]
}
