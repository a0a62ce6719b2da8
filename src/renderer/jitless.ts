/**
 * Must be the first import of the page: zod otherwise probes `new Function`, which the page's
 * Content-Security-Policy forbids and the browser reports. Zod reads this object when it loads.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
export {}
