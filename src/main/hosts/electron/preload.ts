import { contextBridge, ipcRenderer } from 'electron'
import type { IpcRendererEvent } from 'electron'
import type { FileRef, WireNews, WireRequest } from '../../../shared/rpc/wire.ts'
import { channels } from './channels.ts'

/** All that the page sees of the computer: five functions, of which none names a channel or hands on an event. */
contextBridge.exposeInMainWorld('constancia', {
  call: (request: WireRequest) => ipcRenderer.invoke(channels.call, request),
  cancel: (id: string) => ipcRenderer.send(channels.cancel, id),
  onNews: (listener: (news: WireNews) => void) => {
    const hear = (_event: IpcRendererEvent, news: WireNews) => listener(news)
    ipcRenderer.on(channels.news, hear)
    return () => {
      ipcRenderer.removeListener(channels.news, hear)
    }
  },
  send: (name: string, bytes: Uint8Array) => ipcRenderer.invoke(channels.send, name, bytes),
  fetch: (file: FileRef) => ipcRenderer.invoke(channels.fetch, file),
})
