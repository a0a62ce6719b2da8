import type { Catalogue } from '../messages.ts'

const states = { samePost: 'In the same post', sameOrganisation: 'Same organisation, another post', elsewhere: 'In another organisation', notWorking: 'Not working', unknown: 'Not known' } as const

/** Alumni and the network. */
export const network = {
  'network.contactAhead': 'The day of the contact is after today. It was not saved.',
  'network.nextBefore': 'The next contact is before this one. It was not saved.',
  'network.noContact': 'That contact is no longer in the register.',
  'network.consentAhead': 'The day of the consent is after today. It was not saved.',
  'network.noConsent': 'This person is not in the directory: there is no consent to withdraw.',
  'network.alumniTitle': 'Alumni and where they are now',
  'network.directoryTitle': 'Directory of the network',
  'network.stillThere': 'Still in their post or organisation, of those known',
  'network.byState': 'By where they are now',
  'network.inPost': (p: { state: keyof typeof states }) => states[p.state],
  'network.column.person': 'Person',
  'network.column.course': 'Course finished',
  'network.column.finishedOn': 'Finished',
  'network.column.then': 'Post then',
  'network.column.now': 'Post now',
  'network.column.inPost': 'Where',
  'network.column.knownOn': 'Known since',
  'network.column.lastContact': 'Last contact',
  'network.column.city': 'City',
  'network.column.themes': 'Themes',
  'network.column.email': 'E-mail',
  'network.column.phone': 'Phone',
} as const satisfies Catalogue
