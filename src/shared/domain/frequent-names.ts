/**
 * Frequent names of Peru, folded as searchKey folds, written from general knowledge for one purpose: to tell which end of
 * a full name holds the surnames. A name that is missing costs a question to a person, never a loss.
 */
const GIVEN = `
abel abelardo abigail abraham ada adan adela adelaida adolfo adrian adriana agustin agustina aida alan albert alberto aldo alejandra
alejandrina alex alexander alexandra alfonso alfredo alicia alina almendra alonso alvaro amalia amanda amelia america amparo ana anabel
anastacio anderson andre andrea andres andy angel angela angelica angelina angelo angie anibal anita antero antonia antonio antony
apolinario araceli ariana armando arnaldo arturo asuncion augusta augusto aurelia aurelio aurora azucena bartolome basilia basilio beatriz
belen benigno benjamin bernabe bernardina bernardino bernardo berta bertha betty blanca boris brandon brayan brenda brian briggitte bruno
bryan camila candelaria carina carla carlos carlota carmela carmen carol carolina catalina cecilia celestino celia cesar charles christian
cinthia cintia cipriano cirilo clara claudia claudio clemencia clemente clementina concepcion constantino consuelo corina cristhian
cristian cristina cristobal cynthia cyntia dalia damaris damian daniel daniela danilo danny dante dario david dayana debora deisy delfin
delia delicia deyvis diana dianira diego dina diogenes dionicio dionisio domitila donato dora doris dorotea dulce edgar edgardo edilberto
edinson edison edith edmundo edson eduarda eduardo eduin edward edwin efrain elena eleodoro eleuterio elias eliana elisa elisabeth eliseo
eliza elizabeth elmer eloy elsa elva elvira elvis emerson emilia emiliano emilio emma emperatriz enrique enriqueta epifanio erick erik
erika erlinda ermelinda ernestina ernesto esmeralda esperanza estefania estela ester esteban esther estrella etelvina eudocia eufemia
eugenia eugenio eulalia eulogio eusebia eusebio eva evelin evelyn evaristo ezequiel fabian fabiana fabio fabiola fanny fatima fausta
faustino fausto federico felicia feliciana feliciano felicitas felimon felipa felix ferdinand fermin fernanda fernando fidel filomena
fiorella flavia flavio flor flora florencia florencio florentino florinda fortunata fortunato francisca francisco franklin fredi fredy
freddy gabino gabriel gabriela gavino gaby genaro geraldine gerardo german gerson gilberto giovana giovanna giovanni gisela gladis gladys
gloria gonzalo graciela gregoria gregorio grimaldo grover guadalupe guido guillermina guillermo gustavo haydee hector heber helen helena
henry heraclio heriberto herlinda hermelinda herminia hernan hilario hilaria hilda hipolito hugo humberto idelsa ignacia ignacio ines
ingrid inocencia irene iris irma isaac isabel isabela isac isaias isidora isidro ismael israel ivan ivonne jackeline jacinta jacinto
jacqueline jahaira jaime jairo jakelin janet janeth javier jaqueline jean jeanette jefferson jenny jeny jeremias jeronimo jessica jesus
jhon jhonatan jhony jhoselyn jimena jimmy joan joaquin joel joffre john johana johanna johnny jonathan jorge jose josefa josefina joselito
joselyn josue juan juana juanita judith julia julian juliana julio julissa junior justa justina justino justo karen karin karina karla
katherine katia katy kelly kenny kevin kiara lady laura leandro leidy lenin leocadia leonardo leonarda leoncio leonel leonidas leonor
leopoldo leslie lesly leticia lidia lila liliana lina linda lisbeth lisset liz lizbeth lizeth lorena lorenza lourdes lucas lucero lucia
luciana luciano lucila lucio lucrecia luis luisa luz luzmila lyda macario macedonio magali magaly magdalena magda magno maicol manuel
manuela marcela marcelina marcelino marcelo marcial marcia marco marcos margarita margot maria mariana mariano maribel maricela mariela
marilu marilyn marina mario marisol maritza marivel marleni marlene marleny marta martha martina mary mateo matilde mauro maura
mauricio max maxima maximiliana maximiliano maximina maximo mayra mayte medaly melania melchora melisa melissa melina mercedes mery micaela
michael miguel milagros milena milton mirella miriam mirian mirtha modesta modesto moises monica nancy narciso natalia natali nataly
natividad nazario neiser nelida nelly nelson nemesio neptali nestor nicanor nicol nicolasa nicole nieves nilda nilo nilton noe noelia noemi
nora norberto norma norka octavio ofelia olga olinda olivia omar orfelinda orlando oscar osmar oswaldo otilia ovidio pamela paola pascuala
patricia patricio paul paula paulina paulino pedro percy petronila pilar pio placida placido policarpo porfirio primitivo primitiva
presentacion prudencia prudencio rafael rafaela ramiro ramona raquel raul raymundo rebeca regina remigio renato rene renzo reyna reynaldo
ricardina ricardo richard rigoberto rita robert roberta roberto robinson rocio rodolfo rodrigo rogelio roger rolando rolly roman romulo
ronal ronald ronaldo rony rosa rosalia rosalina rosalinda rosana rosario rosaura rosita rosmery roxana roy ruben rubi rudy rufina rufino
rusbel ruth sabina sabino sadith samuel samanta sandra santiaga santosa santusa sara saturnina saturnino saul sebastian sebastiana segundo
segunda serafina serapio sergio severiano severo sharon sheyla silvana silverio silvestre silvia simeona simon simona sixto socorro sofia
soledad sonia soraya stefany stephany susan susana tania tatiana telesforo teodora teodoro teodosia teofila teofilo teresa tiburcio
timoteo tito tomasa toribio trinidad ubaldo ulises urbano ursula valentin valentina valeria valeriana valerio vanesa vanessa venancia
veronica vicenta victor victoria victoriano vidal vilma violeta virgilio virginia virginio viviana vladimir walter washington wendy wilber
wilbert wilder wilfredo wilfrido william wilian wilmer wilson wilton ximena yajaira yaneth yanet yanina yenny yeny yerson yesenia yessica
yesica yesy yhon yoel yohana yolanda yony yovana yuliana yuly yuri zaida zenaida zenobia zenon zoila zoraida zulema zulma
awananch bikut chamik ijisam ikam ipak jempekit kiak nantu nugkuag nunkui nuwa panki sekut shakaim suwa tsakim tsejem tsukanka unup yajanua
yampintsa etsa illari inti killa kusi nina qori sami sumaq tupaq urpi wayra wayta yaku yma ruray soi metsa rono
`
const SURNAMES = `
acosta acuna aguilar aguirre alarcon albarran alcantara aliaga alva alvarado alvarez alayo amasifuen anaya ancajima andrade anco antezana
apaza aquino arana aranda aranibar araujo arce arevalo arias arirama arone arroyo arteaga astete atencio avalos avendano ayala ayma ayquipa
baca baldeon barboza barreto barrientos barrios bautista bazan becerra begazo bellido benavides benites berrocal bravo briceno bustamante
caballero cabrera caceres cachique cahuana cahuaza calderon calle calla callata camacho campos canales canchari cardenas carhuapoma
carranza carrasco carrera carrillo casas castaneda castillo castro ccahuana ccallo ccama ccori cervantes cespedes chacon chambi chambilla
champi chapilliquen chauca chavez cherres chilon choque choquehuanca chugnas chumpitaz chuquihuanca churata cieza cisneros coaquira colque
condo condori conde contreras cordova coronado coronel correa cortez cotrina crispin cruzado cueva cuba cubas culqui curo cusi cutipa davila
delgado diaz dominguez duran echevarria espejo espinal espinoza espiritu estrada fernandez figueroa flores fuentes galarza galindo gallardo
gallegos galvez gamarra gamboa garay garcia garrido gomez gonzales gonzalez granados guevara guerra guerrero guerra gutierrez guzman guere
hancco heredia hernandez herrera hidalgo hinostroza huaman huamani huanca huancas huarcaya huayhua huayta huerta hurtado ibanez ibarra
idrogo illanes inga inuma jara jaramillo jimenez julca juarez laura lazo leon leiva linares lizana llanos llerena lopez loayza lozano lujan
machaca maldonado mallqui mamani manrique mantilla manihuari marin marquez matos maquera mauricio mayta medina mejia melendez mendez mendoza
merino meza miranda molina monsalve montalvo montenegro montes montoya mora morales moran moreno mori mozombite munoz murayari murillo
nahui naupari najarro navarro neyra nina nolasco nunez nunonca obregon ocampo ochoa olivares olivera olaya ordonez orellana orosco orozco
ortega ortiz osorio oyola pacaya pacheco pacori padilla palacios palomino panduro paredes pariona pardo parra paucar paz pena peralta pereyra
perez pezo pinedo pinto pisco pizango pizarro poma ponce porras portal portocarrero prado puma purizaca quintana quinones quinto quiroz
quispe ramirez ramos rengifo requejo retamozo revilla reyes rios rioja riva rivas rivera robles rodas rodriguez rojas roldan romero rosales
rosas roque ruiz saavedra saboya salas salazar salcedo saldana salinas salvatierra samaniego sanchez sandoval sangama santillan santos
saravia segura sepulveda serrano shapiama shupingahua sifuentes silva silvera siguas sinarahua solano solis solorzano sosa soto suarez
sulca sullca supo taipe tamani tanchiva tapia tapullima tarazona tejada tello terrones ticona tito tineo toledo torre torres trujillo tuanama
tuesta ugarte ulloa urbina uriarte valdez valdivia valencia valenzuela valera valle valles vallejos valverde vara varas vargas vasquez vazquez
vega velarde velasco velasquez velez vera vergara vicente vidal vigo vilca vilcapoma vilchez villa villanueva villar villarreal villegas
wajai wisum yana yanqui yaranga yataco yucra yupanqui yanarico zamora zapata zarate zavala zavaleta zegarra zeballos zelada zevallos zuniga
`

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))

export const frequentGivenNames = words(GIVEN)
export const frequentSurnames = words(SURNAMES)
