import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SurveyForm } from './survey-form-model.ts'

/** The form drawn in a thread of its own. Throws what the drawing throws; the signal's reason when it is aborted. */
export async function drawSurveyForm(form: SurveyForm, signal: AbortSignal): Promise<Uint8Array> {
  signal.throwIfAborted()
  const worker = new Worker(new URL(`./survey-form-worker${extname(import.meta.url)}`, import.meta.url), { workerData: form })
  try {
    const [bytes] = (await once(worker, 'message', { signal })) as [Uint8Array]
    return bytes
  } finally {
    await worker.terminate()
  }
}
