import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawPreview } from '../../src/main/documents/certificate-batch.ts'
import { fourSignatories, sampleAssets, sampleCertificate } from '../../tests/documents/certificate-sample.ts'

// Draws the pictures of the two certificate models: `node docs/pictures/make-paper.ts` (needs Debian's poppler-utils).

const here = fileURLToPath(new URL('./', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'paper-'))
const pictures = {
  'certificado-sobrio': sampleCertificate({ registerText: 'Libro 2 · Folio 15 · Registro 345' }),
  'certificado-festivo': sampleCertificate({
    model: 'festive',
    paperKind: 'constancia',
    heading: 'Constancia',
    headingNote: 'como ponente',
    personName: 'Ĩwã Tsamajẽin Wampis',
    documentText: 'identificado con DNI N° 45678912',
    number: 'N° 027-2026-MPC/GRH',
    signatories: fourSignatories.slice(0, 3),
    statement: [
      { text: 'por haber participado en calidad de ponente en el taller «', strong: false },
      { text: 'Diálogo y gestión concertada del territorio con las comunidades nativas', strong: true },
      { text: '», realizado en la ciudad de Iquitos del 7 al 9 de setiembre de 2026, en modalidad presencial, con una duración de ', strong: false },
      { text: '18 horas lectivas de 45 minutos', strong: true },
      { text: '.', strong: false },
    ],
    legalBasis: null,
  }),
}
for (const [name, frozen] of Object.entries(pictures)) {
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, await drawPreview(frozen, sampleAssets))
  execFileSync('pdftoppm', ['-r', '110', '-png', '-singlefile', path, join(here, name)])
}
rmSync(folder, { recursive: true })
