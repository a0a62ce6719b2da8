import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { frozenCertificate } from '../../src/shared/contract/frozen.ts'
import type { FrozenCertificate } from '../../src/shared/contract/frozen.ts'

// An invented certificate to draw in tests, benchmarks and pictures.

const names = ['logo-municipalidad', 'logo-escuela', 'logo-fondo', 'firma-1', 'firma-2', 'firma-3', 'firma-4'] as const

const images = new Map<string, { readonly hash: string; readonly bytes: Uint8Array }>()
for (const name of names) {
  const bytes = new Uint8Array(readFileSync(new URL(`../../samples/assets/${name}.png`, import.meta.url)))
  images.set(name, { hash: createHash('sha256').update(bytes).digest('hex'), bytes })
}

export function hashOf(name: (typeof names)[number]): string {
  return images.get(name)?.hash ?? ''
}

/** The sample images, as the batch takes them. */
export const sampleAssets: ReadonlyMap<string, Uint8Array> = new Map([...images.values()].map(({ hash, bytes }) => [hash, bytes]))

export const longName = 'MARÍA DE LOS ÁNGELES GUADALUPE MILAGROS DE LA TORRE-UGARTE VILLAVICENCIO VIUDA DE HUAMANCHUMO'

export const fourSignatories: FrozenCertificate['signatories'] = [
  { name: 'Rosa Amelia Vargas Tello', post: 'Gerenta de Gestión de Recursos Humanos', entity: null, imageHash: hashOf('firma-1') },
  { name: 'Dr. Juan Carlos Becerra Marín', post: 'Alcalde Provincial', entity: null, imageHash: hashOf('firma-2') },
  { name: 'Mg. Lucía Fernanda Ccahuana Apaza', post: 'Directora de la Escuela de Gobierno y Políticas Públicas', entity: 'Universidad de los Andes del Norte', imageHash: hashOf('firma-3') },
  { name: 'Ing. Pedro Tsamajain Wampis', post: 'Representante residente', entity: 'Fondo para el Buen Gobierno', imageHash: hashOf('firma-4') },
]

/** A valid frozen record, with what the test changes. */
export function sampleCertificate(changed: Partial<FrozenCertificate> = {}): FrozenCertificate {
  return frozenCertificate.parse({
    format: 1,
    paperKind: 'certificado',
    role: 'participant',
    model: 'sober',
    language: 'es',
    issuedOn: '2026-11-22',
    issuedAt: '2026-11-22T15:04:05.000Z',
    entity: {
      name: 'MUNICIPALIDAD PROVINCIAL DE CAJAMARCA',
      unit: 'Oficina General de Gestión de Recursos Humanos',
      ruc: '20143623042',
      yearName: 'Año de la Esperanza y el Fortalecimiento de la Democracia',
      decadeName: 'Decenio de la Igualdad de Oportunidades para Mujeres y Hombres',
    },
    logos: [
      { assetHash: hashOf('logo-municipalidad'), name: 'Municipalidad' },
      { assetHash: hashOf('logo-escuela'), name: 'Escuela' },
      { assetHash: hashOf('logo-fondo'), name: 'Fondo' },
    ],
    artworkHash: null,
    heading: 'Certificado',
    headingNote: 'de participación',
    number: 'N° 001-2026-MPC/GRH',
    givenTo: 'Otorgado a',
    personName: 'María Elena Quispe Huamán',
    documentText: 'identificada con DNI N° 12345678',
    statement: [
      { text: 'por haber seguido y aprobado el curso «', strong: false },
      { text: 'Gobernabilidad, Gerencia Política y Gestión Pública', strong: true },
      { text: '», realizado en la ciudad de Cajamarca del 12 al 21 de octubre de 2026, en modalidad presencial, con una duración de ', strong: false },
      { text: '24 horas lectivas de 45 minutos', strong: true },
      { text: '.', strong: false },
    ],
    legalBasis: 'Plan de Desarrollo de las Personas 2026, aprobado por Resolución de Alcaldía N° 045-2026-A-MPC',
    issuedLine: 'Cajamarca, 22 de noviembre de 2026',
    signatories: fourSignatories.slice(0, 2),
    code: '7K3QMX9P2A',
    codeLabel: 'Código de verificación',
    qrText: 'https://constancia.municaj.gob.pe/v#7K3QMX9P2A|N° 001-2026-MPC/GRH|20143623042',
    registerText: null,
    syllabus: null,
    ...changed,
  })
}
