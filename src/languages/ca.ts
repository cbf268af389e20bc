import type { Language } from './language.js';

/** Catalan; its number words are all written here, since the library lacks them. */
// biome-ignore format: word lists are read and compared in lines, not one word at a time
export const catalan = {
  tag: 'ca',
  name: 'Catalan',
  heading: {
    chapter: ['capítol', 'cap', 'episodi'],
    part: ['part', 'llibre', 'volum', 'vol', 'tom', 'acte', 'temporada'],
    kinds: {
      prologue: ['pròleg', 'prefaci', 'preludi', 'introducció', 'preàmbul'],
      interlude: [
        'interludi', 'intermedi', 'entreacte', 'extra', 'capítol extra', 'capítol especial', 'bonus',
        'escena eliminada',
      ],
      flashback: ['retrospecció', 'record', 'analepsi'],
      epilogue: ['epíleg', 'coda'],
      'one-shot': ['one-shot', 'relat curt', 'capítol únic', 'drabble'],
    },
    articles: ['el', 'la', 'els', 'les', "l'"],
    small: ['els', 'unes', 'dels', 'amb', 'pel', 'sense'],
    around: [{ before: '', chapter: ['capítol', 'capitol'], part: ['part', 'llibre'] }],
  },
  numbers: {
    forms: [{ è: 'ena', er: 'era', on: 'ona', rt: 'rta' }],
    words: {
      zero: 0, u: 1, dos: 2, tres: 3, quatre: 4, cinc: 5, sis: 6, set: 7, vuit: 8, nou: 9, deu: 10, onze: 11, dotze: 12,
      tretze: 13, catorze: 14, quinze: 15, setze: 16, disset: 17, divuit: 18, dinou: 19, vint: 20, 'vint-i-u': 21,
      'vint-i-dos': 22, 'vint-i-tres': 23, 'vint-i-quatre': 24, 'vint-i-cinc': 25, 'vint-i-sis': 26, 'vint-i-set': 27,
      'vint-i-vuit': 28, 'vint-i-nou': 29, trenta: 30, un: 1, una: 1, dues: 2, 'vint-i-un': 21, 'vint-i-una': 21,
      quaranta: 40, cinquanta: 50, seixanta: 60, setanta: 70, vuitanta: 80, noranta: 90, cent: 100, mil: 1000,
      primer: 1, segon: 2, tercer: 3, quart: 4, cinquè: 5, sisè: 6, setè: 7, vuitè: 8, novè: 9, desè: 10, dissetè: 17,
      divuitè: 18, dinovè: 19, vintè: 20, 'vint-i-unè': 21, 'vint-i-dosè': 22, 'vint-i-tresè': 23, 'vint-i-cinquè': 25,
      'vint-i-sisè': 26, 'vint-i-setè': 27, 'vint-i-vuitè': 28, 'vint-i-novè': 29, trentè: 30, quarantè: 40,
      cinquantè: 50, seixantè: 60, setantè: 70, vuitantè: 80, norantè: 90, centè: 100,
    },
  },
  labels: {
    note: [
      "nota de l'autora", "nota de l'autor", "notes de l'autora", "notes de l'autor", "nota d'autora", "nota d'autor",
      "notes d'autora", 'notes finals', 'notes inicials', 'avís', 'anunci', 'exempció de responsabilitat',
      "drets d'autor", 'dedicatòria', 'dedicat a', 'agraïments', 'gràcies a', 'gràcies', 'respostes als comentaris',
      'respostes a les reviews', 'preguntes', 'glossari', 'aclariments', 'aclariment', 'traducció', 'anteriorment',
      'en el capítol anterior', 'al capítol anterior', 'al pròxim capítol', 'estimats lectors',
    ],
    edit: ['edició', 'actualització', 'actualitzat', 'corregit', 'revisat'],
    weakNote: ['atenció', 'per cert', 'recordatori', 'introducció', 'compte'],
    title: ['títol', 'títol del capítol', 'nom del capítol', 'títol original'],
    summary: ['resum', 'sinopsi', 'descripció', 'argument', 'resum del capítol'],
    rating: ['classificació', 'qualificació', 'edat'],
    warnings: [
      'advertència', 'advertències', 'avís de contingut', 'avisos de contingut', 'conté', 'aquest capítol conté',
    ],
    data: [
      'autors', 'escrit per', 'traduït per', 'traducció de', 'gènere', 'gèneres', 'parella', 'parelles', 'personatges',
      'personatges principals', 'relacions', 'paraules', 'nombre de paraules', 'llargada', 'capítols',
      'nombre de capítols', 'estat', 'acabat', 'en procés', 'en curs', 'actualitzat el', 'repte', 'per a',
      'regal per a', 'època', 'lloc', 'temps', 'cançó', 'cançons', 'imatge', 'sèrie', 'continuació de', 'etiquetes',
      'llengua', 'font', 'inspirat en', 'basat en', 'punt de vista', 'comentaris', 'enllaç',
    ],
    none: ['cap', 'res', "no n'hi ha", 'sense advertències', 'cap advertència'],
  },
  ratings: {
    names: {
      general: ['tots els públics', 'per a tots els públics'],
      mature: ['madur'],
      explicit: ['per a adults', 'només adults', 'explícit', 'majors de 18'],
    },
    mature: [
      'majors de 18', 'menors de 18', "menors d'edat", "majors d'edat", 'no apte per a menors', 'només adults',
      'per a adults', 'contingut adult', 'contingut sexual', 'contingut explícit', 'contingut madur', 'escena de sexe',
      'escenes de sexe', 'escenes sexuals', 'escenes explícites', 'sexe explícit', 'sexe', 'eròtic*', 'erotisme',
      'violació', 'abús sexual', 'violència sexual', 'violència gràfica', 'violència explícita',
    ],
  },
  lines: {
    furniture: [
      'següent', 'capítol anterior', 'capítol següent', 'pròxim capítol', 'pàgina anterior', 'pàgina següent', 'índex',
      'taula de continguts', 'tornar', 'torna a dalt', 'tornar a dalt', 'inici', 'llegir més', 'llegeix més',
      'continua llegint', 'comentaris', 'deixa un comentari', 'comparteix', 'denuncia', 'segueix', 'preferits',
      'publicitat', 'inicia sessió', "registra't", 'imprimeix', 'descarrega', 'pàgina',
    ],
    contents: ['índex', 'taula de continguts', 'contingut', 'capítols'],
    closings: [
      'fi', 'la fi', 'fi del capítol', 'final del capítol', 'fi de la primera part', 'fi de la història',
      'fi del pròleg', 'continuarà', 'continuarà…', 'continuarà al pròxim capítol',
    ],
    pov: ['punt de vista'],
    breaks: [
      'salt de línia', 'salt de pàgina', 'salt en el temps', 'salt temporal', "canvi d'escena", 'inici del flashback',
      'fi del flashback', 'final del flashback', 'fi del record', 'fi del somni', 'el·lipsi',
    ],
  },
  register: {
    author: [
      'gràcies per llegir', 'moltes gràcies per llegir', 'gràcies pels comentaris', 'gràcies per les reviews',
      'gràcies a tots els que', 'gràcies a totes les que', 'gràcies pel suport', 'espero que us agradi',
      'espero que us hagi agradat', 'espero que gaudiu', 'espero que hàgiu gaudit', 'bona lectura', 'digueu-me què',
      'digueu-me què us', 'què us ha semblat', 'deixeu un comentari', 'deixeu comentaris', 'deixeu reviews',
      'deixeu una review', 'voteu i comenteu', 'als comentaris', 'crítiques constructives', 'no em pertany',
      'no em pertanyen', 'tots els drets', "faltes d'ortografia", 'errors ortogràfics', 'perdoneu les faltes',
      'perdoneu els errors', 'el meu primer fic', 'fanfic*', 'aquest fic', 'aquesta història', 'aquest capítol',
      'en aquest capítol', 'nou capítol', 'pròxim capítol', 'proper capítol', 'següent capítol', 'capítol anterior',
      'últim capítol', 'perdoneu el retard', 'sento el retard', 'disculpeu el retard', 'perdó pel retard', 'ens llegim',
      'fins al pròxim capítol', 'sense més preàmbuls', 'estimats lectors', 'fandom',
    ],
    hints: [
      'capítol', 'història', 'llegir', 'lectura', 'escriure', 'escrit', 'autora', 'autor', 'lectors', 'lectores',
      'comentari', 'comentaris', 'opinió', 'idea', 'personatges', 'trama', 'setmana', 'vacances', 'escola', 'exàmens',
      'perdó', 'perdoneu', 'disculpeu', 'sento', 'agradi', 'agradat', 'traducció', 'sèrie', 'errors', 'aviat',
    ],
    greetings: [
      'hola a tots', 'hola a tothom', 'hola de nou', 'ei', 'bon dia', 'bona tarda', 'bona nit', 'ja soc aquí',
      'he tornat', 'benvinguts', 'ens veiem', 'fins aviat', 'fins la pròxima', 'fins a la pròxima', 'adeu', 'adéu',
      'petons', 'petonets', 'una abraçada', 'abraçades', 'us estimo', 'amb amor', 'gràcies', 'moltes gràcies',
      'bon nadal', 'bon any', 'bon any nou',
    ],
    story: [
      'va dir', 'va preguntar', 'va respondre', 'va contestar', 'va xiuxiuejar', 'va murmurar', 'va cridar',
      'va exclamar', 'va afegir', 'va sospirar', 'va riure', 'va somriure', 'digué', 'preguntà', 'respongué', 'diu',
      'pregunta', 'respon', 'era', 'eren', 'havia', 'havien', 'estava', 'tenia', 'podia', 'volia', 'sabia', 'feia',
      'anava', 'va veure', 'va mirar', 'mirava', 'va anar', 'va sortir', 'va entrar', 'va agafar', 'va obrir',
      'va tancar', 'va girar', 'va assentir', 'va sentir', 'va pensar', 'va caure', 'va seure', 'ell', 'ella', 'seva',
      'seu', 'els ulls', 'mà', 'mans', 'porta', 'veu', 'rostre', 'cabells', 'lentament', 'de sobte', 'de cop',
    ],
    address: [
      'jo', 'em', 'meu', 'meva', 'meus', 'nosaltres', 'vosaltres', 'us', 'vostre', 'vostra', 'vostres', 'espero',
    ],
  },
} as const satisfies Language;
