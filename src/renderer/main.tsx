import './jitless.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/mantine.css'
import './ui/paper.css'
import { createApi } from './api.ts'
import { App } from './app.tsx'
import { httpTransport } from './transports/http.ts'
import { ipcTransport } from './transports/ipc.ts'

const transport = window.constancia === undefined ? httpTransport() : ipcTransport(window.constancia)
const place = document.getElementById('root')
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <App api={createApi(transport)} />
    </StrictMode>,
  )
}
