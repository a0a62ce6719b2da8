import { execFileSync } from 'node:child_process'

const packages = {
  qpdf: 'qpdf',
  pdffonts: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
} as const

/** What another program says of a file. Where it is missing, the failure names the Debian package that brings it. */
export function run(program: keyof typeof packages, ...given: string[]): Buffer {
  try {
    return execFileSync(program, given, { maxBuffer: 200_000_000, stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`«${program}» is missing: install the Debian package «${packages[program]}» (sudo apt-get install ${packages[program]})`)
    }
    throw error
  }
}
