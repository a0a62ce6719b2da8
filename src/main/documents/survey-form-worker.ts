import { parentPort, workerData } from 'node:worker_threads'
import type { SurveyForm } from './survey-form-model.ts'
import { surveyFormPdf } from './survey-form-pdf.ts'

/** The thread that draws one form: parsing the faces would stop the app for a moment. */
const port = parentPort
if (!port) throw new Error('This file is the inside of a worker thread')
port.postMessage(await surveyFormPdf(workerData as SurveyForm))
