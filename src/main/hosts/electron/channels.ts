/** The only names that cross between the page and the main process. */
export const channels = {
  call: 'constancia:call',
  cancel: 'constancia:cancel',
  send: 'constancia:send',
  fetch: 'constancia:fetch',
  news: 'constancia:news',
} as const
