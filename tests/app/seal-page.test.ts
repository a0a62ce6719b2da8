import { describe, expect, it } from 'vitest'
import { readOffices } from '../../src/renderer/verifier/offices.ts'
import type { PageData } from '../../src/renderer/verifier/offices.ts'
import { greyOf, readQr } from '../../src/renderer/verifier/qr.ts'
import { verifyText } from '../../src/renderer/verifier/verify.ts'
import { rasterised } from '../intake/scan-spoiled.ts'
import { engineName, openApp } from '../support/open-app.ts'
import { verifierPage } from '../support/verifier-page.ts'
import { digitsOf, sealedPapers } from './seal-support.ts'

const NOW = Math.floor(Date.parse('2026-11-22T15:00:00.000Z') / 1000)

/** What the saved page knows, read out of it as the browser would. */
function dataIn(html: string): PageData {
  const [, json = ''] = /<script type="application\/json" id="datos">([^]*?)<\/script>/.exec(html) ?? []
  return JSON.parse(json) as PageData
}

describe('the verifier page as an office saves it', () => {
  it('says of its papers what the app says, by its own reading of the seal', async () => {
    await verifierPage()
    const opened = await openApp()
    const { issued, seals, fingerprint } = await sealedPapers(opened, 3)
    const [first = '', annulled = ''] = issued
    await opened.api.corrections.annul({ certificateIds: [annulled], annulledOn: '2026-11-21', reason: 'No asistió', resolution: 'RG 1-2026' })
    await opened.api.seal.publishList({ nextOn: '2026-12-22' })
    const html = (await opened.bytes(await opened.api.seal.saveVerifier({}))).toString('utf8')
    const known = await readOffices(dataIn(html), NOW)
    expect(known.unsound).toEqual([])
    expect(known.offices).toMatchObject([{ fingerprint, refused: 0, keys: [{ name: 'Capacitaciones' }] }])

    const verdicts = await Promise.all(seals.map((seal) => verifyText(digitsOf(seal), known, NOW)))
    expect(verdicts.map((one) => one.answer)).toEqual(['authentic', 'annulled', 'authentic'])
    const papers = await Promise.all(issued.map((id) => opened.api.certificates.get({ id })))
    expect(verdicts.map((one) => [one.facts?.name, one.facts?.number, one.code?.replace('-', '')])).toEqual(papers.map((one) => [one.personName, one.number, one.code]))

    // The paper is the same on either engine.
    if (engineName !== 'sqlite') return
    const [page] = rasterised(opened.path(await opened.api.certificates.draw({ ids: [first] })), 200)
    const [text = ''] = page === undefined ? [] : await readQr(greyOf(page), (read) => /\d{200}/.test(read), async () => {})
    expect(text).toContain(digitsOf(seals[0] ?? new Uint8Array()))
  })
})
