import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessOrganisationKind, organisationKey, organisationKinds, proposedOrganisationKey } from '../../src/shared/domain/organisations.ts'
import { readSector, sectorOfKind, sectors } from '../../src/shared/domain/sectors.ts'

describe('two writings of one organisation', () => {
  test.each([
    ['Munic. Prov. Arequipa', 'MUNICIPALIDAD PROVINCIAL DE AREQUIPA'],
    ['Muni Prov. de Cusco', 'Municipalidad Provincial del Cusco'],
    ['MUNICIP. DIST. IMAZA', 'Municipalidad Distrital de Imaza'],
    ['Municipalidad Provincial de Cusco (MPC)', 'Munic. Prov. Cusco'],
    ['GOB. REG. AREQUIPA', 'Gobierno Regional de Arequipa'],
    ['GORE Piura', 'Gobierno Regional de Piura'],
    ['PCM', 'Presidencia del Consejo de Ministros'],
    ['MEF', 'Ministerio de Economía y Finanzas'],
    ['Min. de Educación', 'MINEDU'],
    ['Univ. Nac. de Lima', 'Universidad Nacional de Lima'],
    ['C.N. Cuninico', 'Comunidad Nativa Cuninico'],
    ['A.H. 9 de Octubre', 'AA.HH. 9 de Octubre'],
    ['Autoridad Nacional del Servicio Civil', 'SERVIR'],
    ['Consultora Andes S.A.C.', 'CONSULTORA ANDES SAC'],
    ['MUNICIPALIDAD PROVINCIAL DE DATEM DEL MARAÑÓN', 'Munic. Prov. Datem del Maranon'],
  ])('%s is %s', (one, other) => expect(organisationKey(one)).toBe(organisationKey(other)))

  test.each([
    ['Municipalidad Provincial de Lima', 'Municipalidad Metropolitana de Lima'],
    ['Municipalidad Provincial de Cusco', 'Gobierno Regional de Cusco'],
    ['GRA', 'Gobierno Regional de Arequipa'],
    ['Municipalidad Distrital de Miraflores', 'Municipalidad Distrital de Mariano Melgar'],
  ])('%s is not %s', (one, other) => expect(organisationKey(one)).not.toBe(organisationKey(other)))

  test('siglas with a place only propose', () => {
    expect(organisationKey('MPC - Cusco')).not.toBe(organisationKey('Municipalidad Provincial de Cusco'))
    expect(proposedOrganisationKey('MPC - Cusco')).toBe(organisationKey('Municipalidad Provincial de Cusco'))
    expect(proposedOrganisationKey('MD Imaza')).toBe(organisationKey('Municipalidad Distrital de Imaza'))
    expect(proposedOrganisationKey('GR Cusco')).toBe(organisationKey('Gobierno Regional de Cusco'))
    expect([proposedOrganisationKey('MPC'), proposedOrganisationKey('GRA'), proposedOrganisationKey('SERVIR')]).toEqual([null, null, null])
  })

  test('a key of a key is itself', () => {
    fc.assert(
      fc.property(fc.constantFrom('Munic. Prov. ', 'GOB. REG. ', 'C.N. ', 'MPC - ', 'Asoc. '), fc.constantFrom('Cusco', 'La Unión', 'Ñahuimpuquio'), (kind, place) => {
        const key = organisationKey(kind + place)
        expect(organisationKey(key)).toBe(key)
      }),
    )
  })
})

describe('the kind that a name tells', () => {
  test.each([
    ['Munic. Prov. Tarapoto', 'municipalidad-provincial'], ['MPC - Cusco', 'municipalidad-provincial'], ['Municipalidad Metropolitana de Lima', 'municipalidad-provincial'],
    ['MUNICIPALIDAD DISTRITAL DE IMAZA', 'municipalidad-distrital'], ['GOB. REG. CUSCO', 'gobierno-regional'], ['Ministerio de Economía y Finanzas', 'gobierno-central'],
    ['Presidencia del Consejo de Ministros', 'gobierno-central'], ['SERVIR', 'gobierno-central'], ['Defensoría del Pueblo', 'organismo-autonomo'], ['Congreso de la República', 'congreso'],
    ['Universidad Nacional Federico Villarreal', 'universidad'], ['ONG Desarrollo y Paz', 'ong'], ['Partido Democrático Regional', 'partido-politico'],
    ['Cámara de Comercio de Cusco', 'camara-gremio'], ['C.N. Chiriaco', 'comunidad-nativa'], ['A.H. Julio C. Tello', 'asentamiento-humano'], ['Club de madres', 'club-madres'],
    ['Ronda campesina', 'ronda-campesina'], ['JASS', 'jass'], ['Junta vecinal', 'junta-vecinal'], ['Mesa de Concertación', 'mesa-concertacion'], ['Red de jóvenes', 'red-jovenes'],
    ['Comité de Vaso de Leche Las Flores', 'comite-vaso-leche'], ['APAFA I.E. 821', 'apafa'], ['ACODECOSPAT', 'federacion-indigena'], ['ORPIAN-P', 'federacion-indigena'],
    ['PETROPERÚ S.A.', 'empresa-publica'], ['Consultora Andes S.A.C.', 'empresa-privada'], ['Comedor Popular Santa Rosa', 'comedor-popular'], ['Comunidad Campesina de Combayo', 'comunidad-campesina'],
    ['Asociación de productores agropecuarios', 'asociacion-productores'], ['Zzz', null],
  ])('%s: %s', (name, kind) => expect(guessOrganisationKind(name)).toBe(kind))

  test('every kind has its sector', () => {
    for (const kind of organisationKinds) expect(sectors).toContain(sectorOfKind(kind))
    expect(new Set(organisationKinds).size).toBe(organisationKinds.length)
  })
})

describe("a roster's sector", () => {
  test.each([
    ['Gobierno Local', 'local'], ['LOCAL', 'local'], ['Gob. Central', 'central'], ['Gob. Regional', 'regional'], ['Gobierno Regional', 'regional'], ['Empresa privada', 'empresa'],
    ['Sociedad civil', 'sociedad-civil'], ['Partido político', 'partido'], ['Universidad', 'universidad'], ['académico', 'universidad'], ['Organización social de base', 'organizacion-social'],
    ['', null], [null, null], ['funcionario', null],
  ])('%j is %s', (text, sector) => expect(readSector(text)).toBe(sector))
})
