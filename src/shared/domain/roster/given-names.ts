import { folded } from './cells.ts'

/**
 * Given names that are common in Peru, folded: only to guess where the surnames of a whole name end, and always shown as a guess.
 * Names that are also frequent surnames (Martínez, Ramos, Santos) are left out.
 */
const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `maria jose juan luis carlos jorge ana rosa carmen pedro victor miguel manuel cesar raul julio walter jesus angel antonio
  francisco fernando alberto eduardo ricardo roberto oscar hugo javier daniel david alex alexander percy edgar edwin elmer
  wilson william wilmer wilfredo wilber wilder freddy fredy ronald ronal jhon john jhonny johnny jonathan jhonatan henry richard
  marco marcos mario martin mauricio max melvin milton moises nelson nestor nicanor nicolas noe orlando oswaldo osvaldo pablo
  patricio paul paulo rafael ramiro raimundo rene renzo rigoberto rodolfo rodrigo roger rolando roman romulo ruben rufino salvador
  samuel santiago saul sergio sixto teodoro teofilo timoteo tomas ulises valentin vicente vladimir wenceslao yuri zenon abel
  abraham adan adolfo adrian agustin alan alfonso alfredo alonso amador amadeo anderson andres anibal anselmo aquiles armando
  arnaldo arturo augusto aurelio benigno benito benjamin bernabe bernardo brayan bryan camilo christian cristian cristhian claudio
  clemente cristobal dante dario delfin demetrio diego dionisio domingo edilberto edgardo edilson efrain elias eliseo eloy emilio
  enrique erick eric erik ernesto esteban eugenio eusebio ezequiel fabian fabio faustino federico felipe felix fermin fidel
  florencio florentino fortunato franklin gabriel genaro gerardo german gilberto giovanni glicerio gregorio guillermo gustavo
  heber hector heriberto hernan hermogenes hilario hipolito homero honorio horacio humberto ignacio isaac isaias isidro ismael
  israel ivan jaime jairo jeremias jeronimo joaquin joel jonas josue julian justo juvenal kevin leonardo leoncio leonel leonidas
  lino lorenzo lucas luciano lucio macario marcelino marcelo marcial mariano mateo matias maximo segundo rosendo
  ana andrea angela angelica anita antonia aurora beatriz bertha betty blanca brenda brigida carla carlota carolina catalina
  cecilia celia cinthia cynthia clara claudia consuelo cristina dalia daniela delia diana dina dora doris edith elena eliana elisa
  elizabeth elsa elva emilia emperatriz erica erika esmeralda esperanza esther estela eugenia eva evelyn fabiola fanny fatima
  felicita fiorella flavia flora flor florencia francisca gabriela gina giovanna gisela gladis gladys gloria graciela guadalupe
  haydee heidy herlinda hermelinda hilda ibeth ines ingrid irene iris irma isabel isabela ivonne jacqueline janet janeth jenny
  jennifer jessica jhoselyn johana juana judith julia juliana julissa karen karina karla katherine katty kely kelly laura leonor
  leslie leticia lidia liliana lily lisbeth liz lizbeth lizeth lorena lourdes lucero lucia lucila luisa luz luzmila magaly magdalena
  manuela marcela margarita margot maribel maricela marilu marilyn marina marisol maritza marleny marlene martha marta mary maruja
  mayra melissa mercedes mery milagros mirian miriam mirtha monica nadia nancy natalia natividad nataly nelida nelly nery nilda noemi
  nora norma octavia ofelia olga olinda pamela paola patricia paula petronila pilar priscila raquel rebeca regina reyna rita
  roberta rocio rosalia rosalina rosario rosaura roxana rut ruth sandra sara shirley silvia sofia soledad sonia stefany susana
  tania tatiana teodora teresa trinidad ursula valentina valeria vanessa veronica victoria vilma violeta virginia viviana wendy
  ximena yanet yaneth yanina yenny yessenia yesenia yolanda yovana yuliana zaida zenaida zoila zulema
  alicia amalia amelia amparo paz marisela dominga eulalia fortunata gregoria hortencia isidora jacinta justina leonarda
  etsa nuwa tsakim bikut ipak ijisam suwa tsejem inti killa illari sami nayra urpi
  michael peter james robert thomas mary linda susan sarah karl hans ji min soo young hyun`
    .split(/\s+/)
    .filter((name) => name !== ''),
)

export function isGivenName(word: string): boolean {
  return GIVEN_NAMES.has(folded(word))
}

/** Share of the words that are known given names, 0 to 1. Takes folded words. */
export function givenNameShare(words: readonly string[]): number {
  if (words.length === 0) return 0
  return words.filter((word) => GIVEN_NAMES.has(word)).length / words.length
}
