import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Writes the rows of the two registers of the pipeline communities: 13 accredited communities and 39 agreements of
// coexistence. Places are real, every community and authority is invented and says so. The same each time.

const names = ['Nuevo Amanecer', 'Tres Quebradas', 'Alto Horizonte', 'Puerto Aguaje', 'Boca del Río', 'Loma Verde', 'San Miguel del Bosque', 'Nueva Alianza', 'Kusu Pampa', 'Yarina Cocha Chica', 'Cerro Azul', 'Palmeras del Norte', 'Flor de la Selva']
const districts = ['Manseriche, Datem del Marañón, Loreto', 'Imaza, Bagua, Amazonas', 'Nieva, Condorcanqui, Amazonas', 'Urarinas, Loreto, Loreto', 'Morona, Datem del Marañón, Loreto']
const peoples = ['Awajún', 'Awajún', 'Wampis', 'Urarina', 'Chapra']
const sections = ['Tramo II', 'Tramo II', 'Tramo II', 'Tramo I', 'Ramal Norte']
const authorities = ['Segundo Yampis (ejemplo)', 'Rosalía Tsamajain (ejemplo)', 'Elmer Kuja (ejemplo)', 'Nelly Inuma (ejemplo)', 'Tito Mashingash (ejemplo)']
const subjects = ['Paso de personal y vigilancia comunal', 'Contratación local y compras a la comunidad', 'Mantenimiento de trochas y monitoreo ambiental']

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T
const two = (n: number): string => String(n).padStart(2, '0')
const csv = (rows: readonly (readonly (string | number)[])[]): string => `\ufeff${rows.map((row) => row.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n')}\r\n`
const community = (index: number): string => `Comunidad nativa ${at(names, index)} (ejemplo)`

const accredited = names.map((_, n) => [community(n), `${two(4 + ((n * 7) % 24))}/${two(3 + Math.floor(n / 2))}/2025`, at(districts, n), at(peoples, n), at(sections, n), at(authorities, n), `Acreditación ${two(n + 1)}-2025 (ejemplo)`, 24 + ((n * 17) % 70), n % 4 === 3 ? 'No' : 'Sí'])

const agreements = Array.from({ length: 39 }, (_, n) => {
  const round = Math.floor(n / 13)
  const state = round === 0 ? 'Cumplido' : n % 9 === 0 ? 'Vencido' : 'Vigente'
  const on = `${two(2 + ((n * 5) % 26))}/${two(1 + round * 4 + (n % 4))}/2025`
  return [`Acuerdo ${two(n + 1)}-2025 con la ${community(n)}`, on, at(districts, n), at(sections, n), state, `31/12/${round === 0 ? 2025 : 2026}`, (8_000 + ((n * 1_250) % 22_000)).toFixed(2), at(subjects, n)]
})

const write = (name: string, rows: readonly (readonly (string | number)[])[]): void => writeFileSync(join(import.meta.dirname, name), csv(rows))
write('acreditaciones.csv', [['Comunidad acreditada', 'Fecha', 'Distrito', 'Pueblo indígena', 'Tramo del oleoducto', 'Autoridad acreditada', 'Documento', 'Familias', 'Saneamiento legal concluido'], ...accredited])
write('acuerdos.csv', [['Acuerdo de convivencia', 'Fecha', 'Distrito', 'Tramo del oleoducto', 'Estado', 'Vence', 'Aporte comprometido', 'Temas'], ...agreements])
