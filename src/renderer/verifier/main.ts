import './page.css'
import { hasCamera, startCamera } from './camera.ts'
import { readOffices, withScannedList } from './offices.ts'
import type { Known, PageData } from './offices.ts'
import { readPicture, Unreadable } from './pictures.ts'
import { readQr } from './qr.ts'
import { momentText, WORDS } from './sentences.ts'
import { problemOfTyped } from './typed.ts'
import { holdsSeal, signedBytesIn, verifyText } from './verify.ts'
import { answerCard, element, officeCards, warnings } from './view.ts'

/** Least digits of a code that is taken for a seal, whole or spoilt. */
const SEAL_DIGITS = 200
/** Milliseconds that a reader has to send its Enter: some send none. */
const PAUSE = 400

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const field = byId<HTMLTextAreaElement>('lectura')
const chooser = byId<HTMLInputElement>('archivo')
const status = byId('estado')
const answers = byId('respuesta')

const data = readData()
const madeAt = Number.isNaN(Date.parse(data.generatedAt)) ? null : Math.floor(Date.parse(data.generatedAt) / 1000)
const clock = () => Math.floor(Date.now() / 1000)
/** Never before the page itself was made: a clock that lost its battery must not make an old list new. */
const now = () => Math.max(clock(), madeAt ?? 0)
let known = readOffices(data, now())

/** Empty when the page was saved without data, or they cannot be read. */
function readData(): PageData {
  const empty: PageData = { generatedAt: '', offices: [] }
  try {
    return { ...empty, ...(JSON.parse(byId('datos').textContent ?? '') as Partial<PageData>) }
  } catch {
    return empty
  }
}

const isSeal = (text: string) => (text.match(/[0-9]/g) ?? []).length >= SEAL_DIGITS

/** Shows the answer of a text, and waits for the next one. */
async function check(text: string): Promise<void> {
  if (text.trim() === '') return
  say('')
  const before = await known
  const verification = await verifyText(text, before, now())
  const taken = verification.reason === 'notAPaper' ? await withScannedList(before, signedBytesIn(text) ?? new Uint8Array(), now()) : null
  if (taken === null) answers.replaceChildren(answerCard(verification))
  else {
    known = Promise.resolve(taken.known)
    showKnown(taken.known)
    answers.replaceChildren(element('p', 'note', WORDS.listTaken(taken.office.name, momentText(Math.max(...taken.office.lists.map((list) => list.issuedAt))))))
  }
  field.value = ''
  waitForNext()
  answers.scrollIntoView({ block: 'nearest' })
}

function waitForNext(): void {
  field.focus({ preventScroll: true })
}

function say(sentence: string): void {
  status.textContent = sentence
}

async function checkPicture(file: Blob): Promise<void> {
  answers.replaceChildren()
  say(WORDS.reading)
  try {
    const texts = await readQr(await readPicture(file), isSeal, () => new Promise((resume) => setTimeout(resume)))
    const [first] = texts
    if (first === undefined) say(WORDS.noQr)
    else await check(first)
  } catch (error) {
    say(error instanceof Unreadable ? error.message : WORDS.notAnImage)
  }
  waitForNext()
}

function listenToReading(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const submit = () => {
    clearTimeout(waiting)
    void check(field.value)
  }
  byId('formulario').addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
  })
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    submit()
  })
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    if (holdsSeal(field.value)) waiting = setTimeout(submit, PAUSE)
  })
  // A scanner types wherever the focus happens to be: what is typed outside a field belongs to the reading.
  document.addEventListener('keydown', (event) => {
    const isTyping = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey && event.key !== ' '
    const isElsewhere = !(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
    if (isTyping && isElsewhere) waitForNext()
  })
}

function listenToPictures(): void {
  byId('elegir').addEventListener('click', () => chooser.click())
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? []
    chooser.value = ''
    if (file !== undefined) void checkPicture(file)
  })
  document.addEventListener('paste', (event) => {
    const file = Array.from(event.clipboardData?.files ?? []).at(0)
    if (file === undefined) return
    event.preventDefault()
    void checkPicture(file)
  })
  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    document.body.classList.add('over')
  })
  document.addEventListener('dragleave', () => document.body.classList.remove('over'))
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    document.body.classList.remove('over')
    const file = Array.from(event.dataTransfer?.files ?? []).at(0)
    const text = event.dataTransfer?.getData('text') ?? ''
    if (file !== undefined) void checkPicture(file)
    else void check(text)
  })
}

function listenToCamera(): void {
  const opener = byId<HTMLButtonElement>('camara')
  const pane = byId('vista')
  let running: { stop(): void } | null = null
  const close = () => {
    running?.stop()
    running = null
    pane.hidden = true
    opener.hidden = false
    waitForNext()
  }
  opener.hidden = !hasCamera()
  byId('vista-texto').textContent = WORDS.cameraOn
  byId('apagar').addEventListener('click', close)
  opener.addEventListener('click', () => {
    pane.hidden = false
    opener.hidden = true
    say('')
    const found = (text: string) => {
      close()
      void check(text)
    }
    startCamera(byId<HTMLVideoElement>('video'), isSeal, found).then(
      (camera) => (running = camera),
      () => {
        close()
        say(WORDS.cameraRefused)
      },
    )
  })
}

function listenToTyped(): void {
  const place = byId('escrito-respuesta')
  byId('escrito').addEventListener('submit', (event) => {
    event.preventDefault()
    const value = (id: string) => byId<HTMLInputElement>(id).value.trim()
    const typed = { number: value('numero'), ruc: value('ruc'), code: value('codigo') }
    const problem = problemOfTyped(typed)
    const asked = [typed.number, typed.ruc, typed.code.toUpperCase()].filter((part) => part !== '').join(' · ')
    place.replaceChildren(
      problem === null
        ? element('div', 'note', element('p', '', WORDS.typedGood), element('p', '', WORDS.typedAsk), element('p', 'words', asked))
        : element('p', 'note bad', problem),
    )
  })
}

function showKnown(read: Known): void {
  byId('avisos').replaceChildren(...warnings(read, madeAt, now(), clock()))
  byId('datos-de-oficinas').hidden = read.offices.length === 0
  byId('oficinas').replaceChildren(officeCards(read, now()))
  if (madeAt !== null) byId('oficinas').append(element('p', 'hint', WORDS.made(momentText(madeAt))))
}

listenToReading()
listenToPictures()
listenToCamera()
listenToTyped()
known.then(showKnown, () => showKnown({ offices: [], unsound: data.offices.map((office) => office.name) }))
waitForNext()
