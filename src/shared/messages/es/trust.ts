/** The parts of the place "Certificados". */
export const trust = {
  'trust.tabRegister': 'Registro',
  'trust.tabDelivery': 'Entrega',
  'trust.tabCorrections': 'Correcciones',
  'trust.tabVerify': 'Verificar',
  'trust.tabDesigns': 'Diseños',
  'trust.sealSettings': 'Sello',
} as const
