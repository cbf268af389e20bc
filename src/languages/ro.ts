import type { Language } from './language.js';

/** Romanian, with and without its marks where they are often left out. */
// biome-ignore format: word lists are read and compared in lines, not one word at a time
export const romanian = {
  tag: 'ro',
  name: 'Romanian',
  heading: {
    chapter: ['capitolul', 'capitol', 'cap', 'episodul', 'episod'],
    part: ['partea', 'parte', 'cartea', 'carte', 'volumul', 'volum', 'vol', 'actul', 'act', 'sezonul', 'sezon'],
    kinds: {
      prologue: ['prolog', 'introducere', 'prefață', 'preludiu', 'cuvânt înainte'],
      interlude: [
        'interludiu', 'intermezzo', 'antract', 'bonus', 'capitol bonus', 'capitol special', 'extra', 'scenă ștearsă',
      ],
      flashback: ['amintire', 'retrospectivă'],
      epilogue: ['epilog', 'epilogul'],
      'one-shot': ['one-shot', 'povestire', 'povestire scurtă', 'drabble'],
    },
    numberMarks: ['numărul'],
    articles: ['al', 'a'],
    of: ['din'],
    small: ['pe', 'cu', 'din', 'sau', 'dar', 'că', 'nu', 'prin', 'pentru', 'spre', 'lui'],
  },
  numbers: {
    library: 'ro-RO',
    words: {
      una: 1, doua: 2, întâi: 1, întâia: 1, prima: 1, sută: 100, 'a doua': 2, 'a treia': 3, 'a patra': 4, 'a cincea': 5,
      'a șasea': 6, 'a șaptea': 7, 'a opta': 8, 'a noua': 9, 'a zecea': 10, 'a unsprezecea': 11, 'a douăsprezecea': 12,
      'a treisprezecea': 13, 'a paisprezecea': 14, 'a cincisprezecea': 15, 'a șaisprezecea': 16, 'a șaptesprezecea': 17,
      'a optsprezecea': 18, 'a nouăsprezecea': 19, 'a douăzecea': 20, 'al douăzeci și unulea': 21,
      'al douăzeci și doilea': 22, 'al douăzeci și treilea': 23, 'al douăzeci și patrulea': 24,
      'al douăzeci și cincilea': 25, 'al douăzeci și șaselea': 26, 'al douăzeci și șaptelea': 27,
      'al douăzeci și optulea': 28, 'al douăzeci și nouălea': 29, 'al o sutălea': 100,
    },
  },
  labels: {
    note: [
      'nota autoarei', 'nota autorului', 'notă de autor', 'note de autor', 'notele autoarei', 'notele autorului',
      'notă', 'anunț', 'anunt', 'drepturi de autor', 'dedicație', 'dedicat', 'mulțumiri', 'multumiri',
      'răspunsuri la comentarii', 'întrebare', 'întrebări', 'glosar', 'explicații', 'traducere', 'anterior',
      'în capitolul anterior', 'în capitolul următor', 'nota traducătorului', 'nota traducătoarei', 'dragi cititori',
      'postfață', 'cuvântul autoarei', 'cuvântul autorului',
    ],
    edit: ['editat', 'actualizare', 'actualizat', 'corectat', 'modificat'],
    weakNote: ['atenție', 'atentie', 'apropo', 'observație', 'introducere', 'prefață'],
    title: ['titlu', 'titlul', 'titlul capitolului', 'titlu original'],
    summary: ['rezumat', 'descriere', 'pe scurt', 'rezumatul capitolului'],
    rating: ['clasificare', 'vârsta', 'categorie de vârstă'],
    warnings: [
      'avertisment', 'avertismente', 'avertizare', 'avertizări', 'conține', 'capitolul conține', 'conținut sensibil',
    ],
    data: [
      'autoare', 'scris de', 'traducător', 'traducătoare', 'tradus de', 'gen', 'genuri', 'cuplu', 'cupluri',
      'personaje principale', 'relație', 'relații', 'cuvinte', 'număr de cuvinte', 'lungime', 'capitole',
      'număr de capitole', 'stare', 'completă', 'în curs', 'publicat', 'publicată', 'actualizat la', 'provocare',
      'temă', 'pentru', 'cadou pentru', 'loc', 'timp', 'melodie', 'melodii', 'muzică', 'imagine', 'copertă',
      'continuare', 'etichete', 'limba', 'sursă', 'inspirat din', 'perspectivă', 'comentarii',
    ],
    none: ['niciunul', 'niciuna', 'nimic', 'nu', 'fără', 'nu există', 'fără avertismente'],
  },
  ratings: {
    names: {
      general: ['pentru toți'],
      teen: ['adolescenți', 'ap-12'],
      mature: ['matur', 'ap-15'],
      explicit: ['adulți', 'doar adulți', 'pentru adulți'],
    },
    mature: [
      'sub 18 ani', 'peste 18 ani', 'minori', 'interzis minorilor', 'doar adulți', 'pentru adulți', 'conținut matur',
      'conținut sexual', 'conținut explicit', 'scene de sex', 'scenă de sex', 'scene sexuale', 'scene explicite',
      'scene erotice', 'agresiune sexuală', 'abuz sexual', 'violență explicită', 'violență grafică',
    ],
  },
  lines: {
    furniture: [
      'înapoi', 'următorul', 'următor', 'capitolul anterior', 'capitolul următor', 'pagina următoare',
      'pagina anterioară', 'cuprins', 'sus', 'acasă', 'meniu', 'citește mai mult', 'continuă să citești', 'votează',
      'comentează', 'comentarii', 'lasă un comentariu', 'distribuie', 'raportează', 'urmărește', 'publicitate',
      'autentificare', 'înregistrare', 'caută', 'descarcă',
    ],
    contents: ['cuprins', 'lista capitolelor', 'capitole'],
    closings: [
      'sfârșit', 'sfârşit', 'sfarsit', 'sfârșitul', 'sfârșitul capitolului', 'sfârșit de capitol', 'va urma',
      'va urma…', 'continuarea în capitolul următor',
    ],
    pov: ['punct de vedere', 'punctul de vedere', 'persoana a treia', 'narator'],
    breaks: [
      'salt în timp', 'schimbare de scenă', 'pauză', 'început flashback', 'sfârșit flashback',
      'sfârșitul flashback-ului',
    ],
  },
  register: {
    author: [
      'mulțumesc pentru lectură', 'mulțumesc că ați citit', 'multumesc ca ati citit', 'mulțumesc pentru comentarii',
      'mulțumesc pentru voturi', 'mulțumesc tuturor celor', 'sper că v-a plăcut', 'sper ca v-a placut',
      'sper să vă placă', 'sper sa va placa', 'lectură plăcută', 'lectura placuta', 'lăsați un comentariu',
      'lasati un comentariu', 'lăsați-mi un comentariu', 'spuneți-mi ce părere', 'ce părere aveți', 'părerea voastră',
      'votați și comentați', 'nu uitați să votați', 'nu uitați să comentați', 'critică constructivă', 'nu îmi aparține',
      'nu îmi aparțin', 'nu-mi aparțin', 'aparțin lui', 'toate drepturile', 'greșeli de scriere',
      'scuze pentru greșeli', 'prima mea poveste', 'primul meu fanfic*', 'fanfic*', 'această poveste', 'acest capitol',
      'în acest capitol', 'capitolul acesta', 'noul capitol', 'un nou capitol', 'următorul capitol',
      'capitolul următor', 'capitolul anterior', 'ultimul capitol', 'scuze pentru întârziere',
      'îmi cer scuze pentru întârziere', 'postez', 'voi posta', 'ne vedem în', 'ne citim', 'cititorii mei',
      'dragi cititori', 'mulțumesc că citiți', 'mulțumesc pentru citit', 'multumesc pentru comentarii',
      'multumesc pentru voturi', 'mulțumesc pentru susținere', 'lăsați un vot', 'nu uitati sa votati',
      'votati si comentati', 'aștept comentariile', 'aștept părerile voastre', 'astept parerile voastre',
      'ce parere aveti', 'ce credeți că se va', 'sper că vă place', 'sper ca va place', 'scuze pentru intarziere',
      'scuzați greșelile', 'scuze că e scurt', 'urmatorul capitol', 'capitolul urmator', 'capitol nou',
      'capitolul trecut', 'capitol scurt', 'capitolul este scurt', 'capitolul e dedicat', 'dedicat tuturor',
      'prima mea carte pe', 'personajele aparțin', 'critica constructivă', 'critici constructive', 'conține scene',
      'conține limbaj', 'citiți pe propria', 'melodia capitolului', 'ascultați melodia', 'cititori fantomă',
    ],
    hints: [
      'capitol', 'capitolul', 'poveste', 'povestea', 'citit', 'citesc', 'scris', 'scriu', 'autoare', 'cititori',
      'comentariu', 'comentarii', 'părere', 'personaj', 'personaje', 'voturi', 'scuze', 'săptămână', 'vacanță',
      'școală', 'continuare', 'tradus', 'părerile voastre', 'pe propria răspundere', 'traducere de',
    ],
    greetings: [
      'bună', 'bună tuturor', 'buna', 'bună ziua', 'bună seara', 'salut', 'salutare', 'salut tuturor', 'hei', 'hey',
      'dragilor', 'm-am întors', 'pe curând', 'pa', 'pa pa', 'ne vedem', 'pupici', 'pup', 'vă pup', 'vă iubesc',
      'cu drag', 'mulțumesc', 'o zi frumoasă', 'crăciun fericit', 'un an nou fericit', 'vă pupă', 'va iubesc',
      'weekend plăcut', 'o seară frumoasă', 'la mulți ani',
    ],
    story: [
      'spuse', 'întrebă', 'răspunse', 'șopti', 'murmură', 'strigă', 'țipă', 'oftă', 'râse', 'zâmbi', 'adăugă',
      'continuă', 'zise', 'spune', 'întreabă', 'răspunde', 'șoptește', 'era', 'erau', 'avea', 'aveau', 'fusese',
      'putea', 'voia', 'știa', 'mergea', 'privi', 'privea', 'văzu', 'merse', 'veni', 'intră', 'ieși', 'luă', 'deschise',
      'închise', 'dădu', 'întoarse', 'ridică', 'simți', 'simțea', 'auzi', 'crezu', 'stătea', 'el', 'ea', 'lui', 'ei',
      'ochii', 'mâna', 'ușa', 'vocea', 'fața', 'capul', 'părul', 'deodată', 'încet',
    ],
    address: [
      'eu', 'mie', 'mine', 'meu', 'mea', 'mei', 'noi', 'voi', 'vouă', 'vă', 'vostru', 'voastră', 'sper', 'sunt',
    ],
  },
} as const satisfies Language;
