import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Answer, Request } from './work.ts'

/** How long a drawing thread waits for more work before it ends itself, milliseconds. */
const idleTime = 60_000

/** Megabytes. A batch of any size needs some 60; without a limit the collector would let garbage grow into hundreds. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 }

/** One drawing thread: asks go in one after another, answers come back in the same order. */
export class DrawingThread {
  private readonly worker: Worker
  private readonly waiting: { resolve: (files: readonly Uint8Array[]) => void; reject: (error: Error) => void }[] = []
  private idle: NodeJS.Timeout | null = null
  ended = false

  constructor() {
    this.worker = new Worker(new URL(`./worker${extname(import.meta.url)}`, import.meta.url), { resourceLimits })
    this.worker.on('message', (answer: Answer) => {
      const asked = this.waiting.shift()
      if (answer.kind === 'done') asked?.resolve(answer.files)
      else asked?.reject(Object.assign(new Error(answer.message), { stack: answer.stack }))
    })
    this.worker.on('error', (error: Error) => this.fail(error))
    this.worker.on('exit', () => this.fail(new Error('the drawing thread ended')))
  }

  ask(request: Request): Promise<readonly Uint8Array[]> {
    return new Promise((resolve, reject) => {
      if (this.ended) {
        reject(new Error('the drawing thread ended'))
        return
      }
      this.waiting.push({ resolve, reject })
      this.worker.postMessage(request)
    })
  }

  /** Back to work: the app waits for it again. */
  wake(): void {
    if (this.idle !== null) clearTimeout(this.idle)
    this.idle = null
    this.worker.ref()
  }

  /** Stays warm for a while, without keeping the app open. */
  rest(): void {
    this.worker.unref()
    this.idle = setTimeout(() => this.end(), idleTime)
    this.idle.unref()
  }

  /** Stops at once, in the middle of a page if it must be. */
  end(): void {
    this.fail(new Error('the drawing thread was stopped'))
    void this.worker.terminate()
  }

  private fail(error: Error): void {
    this.ended = true
    if (this.idle !== null) clearTimeout(this.idle)
    for (const asked of this.waiting.splice(0)) asked.reject(error)
  }
}

const resting: DrawingThread[] = []

/** A thread for one batch: a warm one where there is one (parsing the faces takes half a second). */
export function takeThread(): DrawingThread {
  for (let thread = resting.pop(); thread !== undefined; thread = resting.pop()) {
    if (thread.ended) continue
    thread.wake()
    return thread
  }
  return new DrawingThread()
}

/** Gives a thread back when its batch went well, else ends it. */
export function giveThread(thread: DrawingThread, wentWell: boolean): void {
  if (!wentWell || thread.ended || resting.length >= 2) {
    thread.end()
    return
  }
  thread.rest()
  resting.push(thread)
}
