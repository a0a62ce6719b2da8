/** The five programmes of the examples: CAF's governance programme, LOGODI and SERVIR, pipeline communities, cooperation agents, Cajamarca's commitment. */
export const exampleProgrammes = ['caf', 'logodi', 'comunidades', 'cooperacion', 'cajamarca'] as const
export type ExampleProgramme = (typeof exampleProgrammes)[number]
