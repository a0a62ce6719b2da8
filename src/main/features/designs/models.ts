import type { DesignDocument } from '../../../shared/contract/designs.ts'
import type { EntityTables } from '../../db/schema.ts'
import type { ModelName } from '../../../shared/domain/design/models.ts'

type For = Pick<EntityTables['designs'], 'paperKind' | 'role'>

const meant: Readonly<Record<ModelName, For>> = {
  sober: { paperKind: 'certificado', role: 'participant' },
  festive: { paperKind: 'certificado', role: 'participant' },
  attendance: { paperKind: 'constancia', role: 'participant' },
  speaker: { paperKind: 'constancia', role: 'speaker' },
  organiser: { paperKind: 'constancia', role: 'organiser' },
}

/** What a model is meant for; it may be used for anything. */
export function modelFor(model: ModelName): For {
  return meant[model]
}

/** An empty page of A4 on its side, with the styles to begin with. */
export function blankDocument(styleNames: { readonly title: string; readonly name: string; readonly text: string; readonly small: string }): DesignDocument {
  const style = (id: string, name: string, face: 'serif' | 'serifSemiBold' | 'display', size: number) => ({
    id, name, face, size, colour: '#1d2733' as const, align: 'center' as const, leading: 1.3, spacing: 0, capitals: false,
  })
  return {
    format: 1,
    styles: [style('title', styleNames.title, 'display', 30), style('name', styleNames.name, 'serifSemiBold', 34), style('text', styleNames.text, 'serif', 12), style('small', styleNames.small, 'serif', 8)],
    pages: [{ id: 'page1', name: '1', width: 297, height: 210, background: null, backgroundImage: null, when: 'always', elements: [] }],
  }
}
