/**
 * Data that the State asks for disaggregation (DS 007-2024-JUS art. 1.10) and that Ley 29733 art. 2.5 protects: ethnic
 * self-identification, mother tongue and disability are sensitive, the area a person comes from is not. Codes; what they
 * are called is data of the office (`traits.settings`) over the usual words in the messages.
 */
export const traitKinds = ['ethnicity', 'language', 'disability', 'area'] as const
export type TraitKind = (typeof traitKinds)[number]

/** Census of 2017 ("¿usted se siente o considera…?"), with the two that the census of 2025 added; asked from 12 years on (DS 009-2019-MC). */
export const usualEthnicities = ['quechua', 'aimara', 'amazonia', 'otro-pueblo', 'afroperuano', 'blanco', 'mestizo', 'nikkei', 'tusan', 'otro', 'no-responde'] as const
export const usualLanguages = ['castellano', 'quechua', 'aimara', 'awajun', 'ashaninka', 'wampis', 'shipibo-konibo', 'otra-indigena', 'senas', 'extranjera'] as const
export const disabilityAnswers = ['yes', 'no'] as const
export const areas = ['urban', 'rural'] as const

/** Which of them need consent in writing. */
export const traitNeedsConsent = (kind: TraitKind): boolean => kind !== 'area'
