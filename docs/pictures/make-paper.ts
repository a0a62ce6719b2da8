import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawPreview } from '../../src/main/documents/certificate-batch.ts'
import { modelDocument } from '../../src/main/documents/design/models.ts'
import { sampleWords } from '../../src/main/documents/design/samples.ts'
import { sampleAssets } from '../../tests/documents/certificate-sample.ts'
import { samplePaper } from '../../tests/documents/design-sample.ts'

// Draws the pictures of the models of paper: `node docs/pictures/make-paper.ts` (needs Debian's poppler-utils).

const here = fileURLToPath(new URL('./', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'paper-'))
const words = (paperKind: 'certificado' | 'constancia', role: 'participant' | 'speaker' | 'organiser') => sampleWords('usual', { paperKind, role, language: 'es' })
const pictures = {
  'certificado-sobrio': samplePaper({ document: modelDocument('sober'), words: words('certificado', 'participant') }),
  'certificado-festivo': samplePaper({ document: modelDocument('festive'), words: words('certificado', 'participant') }),
  constancia: samplePaper({ document: modelDocument('attendance'), words: words('constancia', 'participant') }),
  'constancia-ponente': samplePaper({ document: modelDocument('speaker'), words: words('constancia', 'speaker') }),
  'constancia-organizador': samplePaper({ document: modelDocument('organiser'), words: words('constancia', 'organiser') }),
}
for (const [name, frozen] of Object.entries(pictures)) {
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, await drawPreview(frozen, sampleAssets))
  execFileSync('pdftoppm', ['-r', '110', '-png', '-singlefile', path, join(here, name)])
}
rmSync(folder, { recursive: true })
