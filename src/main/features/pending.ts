const later = (): never => {
  throw new Error('this call has no handler yet')
}

/** Stands in for subjects whose handlers are being written. */
export const pending = new Proxy(later, { get: () => later }) as never
