export const example = {
  'example.settings': 'Entity and signatories',
  'example.programme': 'Programme, edition and partners',
  'example.roster': 'Roster',
  'example.approve': 'Approvals',
  'example.certificates': 'Certificates',
} as const
