import { expect, test } from 'vitest'
import type { FieldValues } from '../../src/shared/domain/design/fields.ts'
import { fillTemplate, parseTemplate } from '../../src/shared/domain/design/template.ts'

const values: FieldValues = {
  nombre: 'Ana Quispe', nota: '17', nota_letras: '', registro: '', numero: '001-2026', decenio: '  ',
  enunciado: [{ text: 'por el curso «', strong: false }, { text: 'Gobierno', strong: true }, { text: '»', strong: false }],
}
/** Strong words between bars. */
const shown = (text: string) => fillTemplate(parseTemplate(text), values).map((span) => (span.strong ? `|${span.text}|` : span.text)).join('')

test.each([
  ['', ''],
  ['Constancia', 'Constancia'],
  ['A {nombre}, con {numero}', 'A Ana Quispe, con 001-2026'],
  ['{ nombre }', 'Ana Quispe'],
  ['**Otorgado** a', '|Otorgado| a'],
  ['**{nombre}** {numero}', '|Ana Quispe| 001-2026'],
  ['{enunciado}.', 'por el curso «|Gobierno|».'],
  ['**{enunciado}**', '|por el curso «Gobierno»|'],
  ['un **dos', 'un **dos'],
  ['**uno** dos **tres', '|uno| dos **tres'],
  ['Nota[: {nota}]', 'Nota: 17'],
  ['Nota[: {nota} ({nota_letras})]', 'Nota'],
  ['Nota[: {nota}[ ({nota_letras})]]', 'Nota: 17'],
  ['[“{decenio}”]', ''],
  ['{numero}[ · **{registro}**] fin', '001-2026 fin'],
  ['[**{nota}**]', '|17|'],
  ['[sic]', '[sic]'],
  ['[**sic**]', '[|sic|]'],
  ['[ {nota}', '[ 17'],
  ['{nota} ]', '17 ]'],
  ['][', ']['],
  ['{nadie}', '{nadie}'],
  ['{con espacio}', '{con espacio}'],
  ['{}', '{}'],
  ['{{nota}}', '{17}'],
  ['\\{nombre\\} \\[x\\] \\*\\*y\\*\\* \\\\', '{nombre} [x] **y** \\'],
  ['C:\\nombre', 'C:\\nombre'],
  ['uno\ndos', 'uno\ndos'],
])('the text %j reads %j', (text, read) => {
  expect(shown(text)).toBe(read)
})

test('fields are told in their order, and words that are no field apart', () => {
  const { fields, unknown } = parseTemplate('{numero} [{nota} {nadie}] {numero} {año_2}')
  expect({ fields, unknown }).toEqual({ fields: ['numero', 'nota'], unknown: ['nadie', 'año_2'] })
})

test('a text of nothing but brackets is read, however deep', () => {
  for (const text of ['['.repeat(4000), ']'.repeat(4000), `${'['.repeat(2000)}${']'.repeat(2000)}`, '[**'.repeat(1333)]) expect(shown(text).replaceAll('|', '')).toHaveLength(text.replaceAll('**', '').length + (text.includes('**') ? 2 : 0))
  expect(shown(`${'['.repeat(1990)}{nota}${']'.repeat(1990)}`)).toBe('17')
})
