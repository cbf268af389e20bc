import type { Language } from './language.js';

/** Norwegian, both Bokmål and the commonest of Nynorsk. Words that Danish shares stand there, and some of its doublets. */
// biome-ignore format: word lists are read and compared in lines, not one word at a time
export const norwegian = {
  tag: 'nb',
  name: 'Norwegian',
  heading: {
    chapter: ['kapittel', 'kap', 'episode', 'kapitlet', 'kapittelet'],
    part: ['del', 'bok', 'bind', 'akt', 'sesong', 'volum', 'serie', 'bolk'],
    kinds: {
      prologue: ['prolog', 'forspil', 'forspill', 'indledning', 'innledning', 'introduktion', 'introduksjon'],
      interlude: [
        'mellemspil', 'mellomspill', 'interludium', 'intermezzo', 'bonus', 'bonuskapittel', 'ekstra', 'ekstrakapitel',
        'ekstrakapittel', 'spesialkapittel', 'slettet scene',
      ],
      flashback: ['tilbageblik', 'tilbakeblikk', 'minde'],
      epilogue: ['epilog', 'efterspil', 'etterspill'],
      'one-shot': ['one-shot', 'novelle', 'drabble'],
    },
    articles: ['den', 'det', 'de'],
    around: [{ before: '', chapter: ['kapittel', 'kapitlet', 'kapittelet'], part: ['del', 'delen', 'bok'] }],
  },
  numbers: {
    library: 'nb-NO',
    words: {
      ett: 1, ei: 1, éin: 1, sju: 7, tyve: 20, tredve: 30, tjueett: 21, tjuesju: 27, tjuende: 20, tjueførste: 21,
      tjueandre: 22, tjuetredje: 23, tjuefjerde: 24, tjuefemte: 25, tjuesjette: 26, tjuesjuende: 27, tjueåttende: 28,
      tjueniende: 29, annen: 2, annet: 2, syvende: 7, tyvende: 20, hundrede: 100,
    },
  },
  labels: {
    note: [
      'forfatterens notat', 'forfatterens notater', 'forfatternotat', 'forfatterens merknad', 'forfatterens merknader',
      'notat fra forfatteren', 'notat', 'notater', 'merknad', 'merknader', 'sluttnotat', 'sluttnotater', 'fotnote',
      'viktig', 'viktig beskjed', 'beskjed', 'informasjon', 'opphavsrett', 'dedikasjon', 'dedikert til', 'takk',
      'takk til', 'spørsmål', 'oversettelse', 'i forrige kapittel', 'forrige gang', 'sist', 'neste gang',
      'i neste kapittel', 'oversetterens merknad', 'oversetterens notat', 'etterord', 'spoilere', 'kjære lesere',
      'noen ord',
    ],
  },
  ratings: {
    names: {},
  },
  lines: {
    furniture: ['innhold', 'indholdsfortegnelse', 'innholdsfortegnelse', 'kapiteloversigt', 'kapitteloversikt'],
    breaks: ['tilbageblik', 'tilbakeblikk'],
  },
  register: {
    author: [
      'takk for at dere leser', 'takk for at du leser', 'takk for at dere leste', 'takk for alle kommentarer',
      'takk for kommentarene', 'takk for alle kommentarene', 'takk til alle som', 'takk for støtten',
      'håper dere liker', 'håper dere likte', 'håper at dere liker', 'håper at dere likte', 'håper dere koser',
      'god lesing', 'kos dere med', 'la meg vite', 'fortell meg hva', 'hva synes dere', 'hva syns dere',
      'legg igjen en kommentar', 'legg gjerne igjen', 'kommenter gjerne', 'skriv gjerne en', 'ikke glem å stemme',
      'ikke glem å kommentere', 'i kommentarene', 'i kommentarfeltet', 'konstruktiv kritikk', 'jeg eier ikke',
      'jeg eier ingenting', 'tilhører ikke meg', 'alle rettigheter', 'skrivefeil', 'stavefeil', 'beklager skrivefeil',
      'min beta', 'betaen min', 'fanfic*', 'denne ficen', 'denne historien', 'historien min', 'dette kapittelet',
      'dette kapitlet', 'nytt kapittel', 'et nytt kapittel', 'neste kapittel', 'forrige kapittel', 'siste kapittel',
      'første kapittel', 'her er neste', 'her kommer neste', 'her er kapittel', 'oppdatere', 'oppdaterer',
      'oppdatering', 'legger ut', 'legge ut', 'publisere', 'beklager ventetida', 'unnskyld ventetiden',
      'beklager at det tok', 'unnskyld at det tok', 'skrivesperre', 'sees i neste', 'ses i neste', 'til neste kapittel',
      'leserne mine', 'mine lesere', 'kjære lesere', 'leserne', 'oneshot', 'fandom', 'spoilere',
      'takk for at dere følger', 'husk å kommentere', 'husk å stemme', 'god lesning', 'beklager at kapittelet',
      'kort kapittel', 'karakterene tilhører', 'les på eget ansvar', 'oversettelse av', 'med tillatelse fra',
      'ikke betalest',
    ],
    hints: [
      'kapittel', 'kapitlet', 'kapittelet', 'historie', 'historien', 'lese', 'leser', 'lesere', 'skrive', 'skriver',
      'skrevet', 'forfatter', 'kommentar', 'kommentarer', 'mening', 'idé', 'ideer', 'karakter', 'karakterer',
      'handling', 'fortsettelse', 'uke', 'ferie', 'skole', 'eksamen', 'beklager', 'unnskyld', 'håper', 'oversettelse',
      'serie', 'bok', 'film', 'feil', 'snart', 'endelig',
    ],
    greetings: [
      'hei', 'hei alle', 'hei alle sammen', 'heisann', 'hei dere', 'hei på dere', 'hallo', 'halla', 'god morgen',
      'god kveld', 'jeg er tilbake', 'velkommen', 'velkommen tilbake', 'sees', 'ses', 'vi sees', 'snakkes', 'ha det',
      'hadet', 'klem', 'klemmer', 'kos', 'hilsen', 'mange hilsener', 'ha en fin dag', 'god helg', 'god jul',
      'godt nytt år', 'takk', 'tusen takk', 'til neste gang', 'glad i dere',
    ],
    story: [
      'sa', 'spurte', 'svarte', 'hvisket', 'mumlet', 'ropte', 'skrek', 'sukket', 'lo', 'flirte', 'fniste', 'smilte',
      'fortsatte', 'la til', 'utbrøt', 'sier', 'spør', 'svarer', 'hvisker', 'nikker', 'ser', 'var', 'hadde', 'ble',
      'kunne', 'ville', 'skulle', 'måtte', 'gikk', 'kom', 'så', 'sto', 'stod', 'satt', 'lå', 'løp', 'tok', 'ga',
      'holdt', 'dro', 'falt', 'kikket', 'stirret', 'nikket', 'ristet', 'snudde', 'åpnet', 'lukket', 'følte', 'kjente',
      'hørte', 'visste', 'tenkte', 'virket', 'begynte', 'reiste', 'han', 'hun', 'hans', 'hennes', 'ham', 'henne',
      'øynene', 'hånd', 'hånden', 'hendene', 'døren', 'stemmen', 'ansiktet', 'hodet', 'håret', 'plutselig', 'sakte',
      'stille',
    ],
    address: ['jeg', 'meg', 'min', 'mitt', 'mine', 'vi', 'oss', 'dere', 'deres', 'du', 'deg'],
  },
} as const satisfies Language;
