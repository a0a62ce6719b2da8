export const trust = {
  'trust.tabRegister': 'Register',
  'trust.tabDelivery': 'Delivery',
  'trust.tabCorrections': 'Corrections',
  'trust.tabVerify': 'Verify',
  'trust.tabDesigns': 'Designs',
  'trust.sealSettings': 'Seal',
} as const
