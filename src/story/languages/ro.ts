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
      flashback: ['flashback', 'amintire', 'retrospectivă'],
      epilogue: ['epilog', 'epilogul'],
      'one-shot': ['one-shot', 'oneshot', 'povestire', 'povestire scurtă', 'drabble'],
    },
    numberMarks: ['numărul', 'nr', 'no'],
    articles: ['al', 'a'],
    of: ['din'],
    small: [
      'și', 'de', 'la', 'în', 'pe', 'cu', 'din', 'al', 'a', 'ale', 'ai', 'sau', 'dar', 'că', 'să', 'nu', 'un', 'o',
      'prin', 'pentru', 'spre', 'lui',
    ],
    around: [],
  },
  numbers: {
    library: 'ro-RO',
    words: {
      zero: 0, una: 1, doua: 2, două: 2, întâi: 1, întâia: 1, prima: 1, primul: 1, douăsprezece: 12, sută: 100,
      'al doilea': 2, 'al treilea': 3, 'al patrulea': 4, 'al cincilea': 5, 'al șaselea': 6, 'al șaptelea': 7,
      'al optulea': 8, 'al nouălea': 9, 'al zecelea': 10, 'al unsprezecelea': 11, 'al doisprezecelea': 12,
      'al treisprezecelea': 13, 'al paisprezecelea': 14, 'al cincisprezecelea': 15, 'al șaisprezecelea': 16,
      'al șaptesprezecelea': 17, 'al optsprezecelea': 18, 'al nouăsprezecelea': 19, 'al douăzecilea': 20, 'a doua': 2,
      'a treia': 3, 'a patra': 4, 'a cincea': 5, 'a șasea': 6, 'a șaptea': 7, 'a opta': 8, 'a noua': 9, 'a zecea': 10,
      'a unsprezecea': 11, 'a douăsprezecea': 12, 'a treisprezecea': 13, 'a paisprezecea': 14, 'a cincisprezecea': 15,
      'a șaisprezecea': 16, 'a șaptesprezecea': 17, 'a optsprezecea': 18, 'a nouăsprezecea': 19, 'a douăzecea': 20,
      'douăzeci și unu': 21, 'al douăzeci și unulea': 21, 'douăzeci și doi': 22, 'al douăzeci și doilea': 22,
      'douăzeci și trei': 23, 'al douăzeci și treilea': 23, 'douăzeci și patru': 24, 'al douăzeci și patrulea': 24,
      'douăzeci și cinci': 25, 'al douăzeci și cincilea': 25, 'douăzeci și șase': 26, 'al douăzeci și șaselea': 26,
      'douăzeci și șapte': 27, 'al douăzeci și șaptelea': 27, 'douăzeci și opt': 28, 'al douăzeci și optulea': 28,
      'douăzeci și nouă': 29, 'al douăzeci și nouălea': 29, 'al treizecilea': 30, 'al patruzecilea': 40,
      'al cincizecilea': 50, 'al șaizecilea': 60, 'al șaptezecilea': 70, 'al optzecilea': 80, 'al nouăzecilea': 90,
      'al o sutălea': 100,
    },
  },
  labels: {
    note: [
      'nota autoarei', 'nota autorului', 'notă de autor', 'nota autor', 'note de autor', 'notele autoarei',
      'notele autorului', 'notă', 'nota', 'note', 'n/a', 'a/n', 'important', 'anunț', 'anunt', 'disclaimer',
      'drepturi de autor', 'dedicație', 'dedicat', 'mulțumiri', 'multumiri', 'răspunsuri la comentarii', 'întrebare',
      'întrebări', 'glosar', 'explicații', 'traducere', 'anterior', 'în capitolul anterior', 'în capitolul următor',
      'nota traducătorului', 'nota traducătoarei', 'spoiler', 'dragi cititori', 'postfață', 'cuvântul autoarei',
      'cuvântul autorului',
    ],
    edit: ['edit', 'editat', 'actualizare', 'actualizat', 'corectat', 'modificat', 'update'],
    weakNote: [
      'ps', 'p.s', 'nb', 'atenție', 'atentie', 'avertisment', 'apropo', 'observație', 'introducere', 'prefață',
    ],
    title: ['titlu', 'titlul', 'titlul capitolului', 'titlu original'],
    summary: ['rezumat', 'descriere', 'sinopsis', 'pe scurt', 'rezumatul capitolului'],
    rating: ['rating', 'clasificare', 'vârsta', 'categorie de vârstă'],
    warnings: [
      'avertisment', 'avertismente', 'avertizare', 'avertizări', 'tw', 'cw', 'conține', 'capitolul conține',
      'conținut sensibil',
    ],
    data: [
      'autor', 'autoare', 'scris de', 'de', 'traducător', 'traducătoare', 'tradus de', 'fandom', 'categorie', 'gen',
      'genuri', 'cuplu', 'cupluri', 'pairing', 'personaje', 'personaje principale', 'relație', 'relații', 'cuvinte',
      'număr de cuvinte', 'lungime', 'capitole', 'număr de capitole', 'status', 'stare', 'complet', 'completă',
      'în curs', 'publicat', 'publicată', 'data', 'actualizat la', 'beta', 'provocare', 'temă', 'pentru',
      'cadou pentru', 'loc', 'timp', 'melodie', 'melodii', 'muzică', 'imagine', 'copertă', 'serie', 'continuare',
      'etichete', 'limba', 'sursă', 'inspirat din', 'idee', 'perspectivă', 'comentarii', 'link',
    ],
    none: ['niciunul', 'niciuna', 'nimic', 'nu', 'fără', 'nu există', 'fără avertismente'],
  },
  ratings: {
    names: {
      general: ['general', 'pentru toți', 'g', 'k'],
      teen: ['t', '12+', '13+', 'adolescenți', 'pg-13', 'ap-12'],
      mature: ['m', '15+', '16+', 'matur', 'ap-15'],
      explicit: ['18+', '+18', 'adulți', 'doar adulți', 'pentru adulți', 'explicit', 'nc-17'],
    },
    mature: [
      '18+', '+18', '16+', 'sub 18 ani', 'peste 18 ani', 'minori', 'interzis minorilor', 'doar adulți', 'pentru adulți',
      'conținut matur', 'conținut sexual', 'conținut explicit', 'scene de sex', 'scenă de sex', 'scene sexuale',
      'scene explicite', 'scene erotice', 'sex', 'erotic*', 'porno*', 'viol', 'agresiune sexuală', 'abuz sexual',
      'violență explicită', 'violență grafică', 'incest', 'lemon', 'smut', 'nsfw', 'nc-17',
    ],
  },
  lines: {
    furniture: [
      'anterior', 'înapoi', 'următorul', 'următor', 'capitolul anterior', 'capitolul următor', 'pagina următoare',
      'pagina anterioară', 'cuprins', 'sus', 'acasă', 'meniu', 'citește mai mult', 'continuă să citești', 'votează',
      'comentează', 'comentarii', 'lasă un comentariu', 'distribuie', 'raportează', 'urmărește', 'favorite',
      'publicitate', 'autentificare', 'înregistrare', 'caută', 'descarcă', 'pagina',
    ],
    contents: ['cuprins', 'lista capitolelor', 'capitole'],
    closings: [
      'sfârșit', 'sfârşit', 'sfarsit', 'sfârșitul', 'sfârșitul capitolului', 'sfârșit de capitol', 'va urma',
      'va urma…', 'continuarea în capitolul următor', 'the end', 'fin', 'tbc',
    ],
    pov: [
      'pov', 'perspectiva', 'perspectiva lui', 'din perspectiva lui', 'din perspectiva', 'punct de vedere',
      'punctul de vedere', 'persoana a treia', 'narator',
    ],
    breaks: [
      'salt în timp', 'schimbare de scenă', 'pauză', 'flashback', 'început flashback', 'sfârșit flashback',
      'sfârșitul flashback-ului', 'linie', 'time skip',
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
      'dragi cititori', 'wattpad', 'ao3', 'one-shot',
    ],
    hints: [
      'capitol', 'capitolul', 'poveste', 'povestea', 'citit', 'citesc', 'scris', 'scriu', 'autoare', 'cititori',
      'comentariu', 'comentarii', 'părere', 'personaj', 'personaje', 'voturi', 'mulțumesc', 'scuze', 'sper', 'pupici',
      'săptămână', 'vacanță', 'școală', 'voi', 'vouă', 'continuare', 'tradus',
    ],
    greetings: [
      'bună', 'bună tuturor', 'buna', 'bună ziua', 'bună seara', 'salut', 'salutare', 'salut tuturor', 'hei', 'hey',
      'dragi cititori', 'dragilor', 'm-am întors', 'lectură plăcută', 'pe curând', 'pa', 'pa pa', 'ne vedem', 'pupici',
      'pup', 'vă pup', 'vă iubesc', 'cu drag', 'mulțumesc', 'o zi frumoasă', 'crăciun fericit', 'un an nou fericit',
    ],
    story: [
      'spuse', 'întrebă', 'răspunse', 'șopti', 'murmură', 'strigă', 'țipă', 'oftă', 'râse', 'zâmbi', 'adăugă',
      'continuă', 'zise', 'spune', 'întreabă', 'răspunde', 'șoptește', 'era', 'erau', 'avea', 'aveau', 'fusese',
      'putea', 'voia', 'știa', 'mergea', 'privi', 'privea', 'văzu', 'merse', 'veni', 'intră', 'ieși', 'luă', 'deschise',
      'închise', 'dădu', 'întoarse', 'ridică', 'simți', 'simțea', 'auzi', 'crezu', 'stătea', 'el', 'ea', 'lui', 'ei',
      'ochii', 'mâna', 'ușa', 'vocea', 'fața', 'capul', 'părul', 'deodată', 'încet',
    ],
    address: ['eu', 'mie', 'mine', 'meu', 'mea', 'mei', 'noi', 'voi', 'vouă', 'vă', 'vostru', 'voastră', 'sper', 'sunt'],
  },
} as const satisfies Language;
