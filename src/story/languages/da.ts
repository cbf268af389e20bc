import type { Language } from './language.js';

/** Danish, with the customs of Wattpad, Movellas and AO3. */
// biome-ignore format: word lists are read and compared in lines, not one word at a time
export const danish = {
  tag: 'da',
  name: 'Danish',
  heading: {
    chapter: ['kapitel', 'kap', 'afsnit', 'episode', 'kapitler', 'kapitlet'],
    part: ['del', 'bog', 'bind', 'akt', 'sæson', 'volumen', 'serie'],
    kinds: {
      prologue: ['prolog', 'forspil', 'forspill', 'indledning', 'innledning', 'introduktion', 'introduksjon'],
      interlude: [
        'mellemspil', 'mellomspill', 'interludium', 'intermezzo', 'bonus', 'bonuskapitel', 'bonuskapittel', 'ekstra',
        'ekstrakapitel', 'ekstrakapittel', 'spesialkapittel', 'slettet scene',
      ],
      flashback: ['flashback', 'tilbageblik', 'tilbakeblikk', 'minde'],
      epilogue: ['epilog', 'efterspil', 'etterspill'],
      'one-shot': ['oneshot', 'one-shot', 'novelle', 'drabble'],
    },
    numberMarks: ['nummer', 'nr', 'no'],
    articles: ['den', 'det', 'de'],
    of: ['af', 'av'],
    small: [
      'og', 'eller', 'men', 'en', 'et', 'ei', 'den', 'det', 'de', 'i', 'på', 'af', 'av', 'for', 'til', 'fra', 'med',
      'om', 'under', 'over', 'ved', 'mod', 'mot', 'uden', 'uten', 'som', 'at', 'å', 'er', 'ikke', 'når', 'så',
    ],
    around: [
      { before: '', after: 'kapitel', is: 'chapter' },
      { before: '', after: 'del', is: 'part' },
      { before: '', after: 'bog', is: 'part' },
      { before: '', after: 'akt', is: 'part' },
    ],
  },
  numbers: {
    library: 'da-DK',
    words: {
      nul: 0, en: 1, hundrede: 100, tusind: 1000, første: 1, anden: 2, tredje: 3, fjerde: 4, femte: 5, sjette: 6,
      syvende: 7, ottende: 8, niende: 9, tiende: 10, ellevte: 11, tolvte: 12, trettende: 13, fjortende: 14,
      femtende: 15, sekstende: 16, syttende: 17, attende: 18, nittende: 19, tyvende: 20, enogtyvende: 21,
      toogtyvende: 22, treogtyvende: 23, fireogtyvende: 24, femogtyvende: 25, seksogtyvende: 26, syvogtyvende: 27,
      otteogtyvende: 28, niogtyvende: 29, tredivte: 30, andet: 2, fyrretyvende: 40, halvtredsindstyvende: 50,
      tresindstyvende: 60, halvfjerdsindstyvende: 70, firsindstyvende: 80, halvfemsindstyvende: 90,
    },
  },
  labels: {
    note: [
      'forfatterens note', 'forfatterens noter', 'forfatternote', 'forfatterens bemærkning',
      'forfatterens bemærkninger', 'forfatterens kommentar', 'forfatterens ord', 'note fra forfatteren',
      'noter fra forfatteren', 'a/n', 'f/n', 'note', 'noter', 'bemærkning', 'bemærkninger', 'slutnote', 'slutnoter',
      'fodnote', 'fodnoter', 'vigtigt', 'vigtig besked', 'besked', 'information', 'info', 'disclaimer',
      'ansvarsfraskrivelse', 'ophavsret', 'copyright', 'dedikation', 'dedikeret til', 'tilegnet', 'tak', 'tak til',
      'svar på kommentarer', 'svar på anmeldelser', 'spørgsmål', 'ordliste', 'oversættelse', 'forklaring',
      'forklaringer', 'tidligere', 'i sidste kapitel', 'sidste gang', 'næste gang', 'i næste kapitel',
      'oversætterens note', 'oversætterens bemærkning', 'forord', 'efterord', 'efterskrift', 'spoilers',
      'spoileradvarsel', 'kære læsere', 'et par ord',
    ],
    edit: [
      'edit', 'redigeret', 'redigert', 'opdatering', 'oppdatering', 'opdateret', 'oppdatert', 'rettelse', 'rettet',
      'ændret', 'endret', 'tilføjelse', 'tillegg', 'omskrevet', 'update',
    ],
    weakNote: [
      'ps', 'p.s', 'nb', 'obs', 'bemærk', 'merk', 'advarsel', 'forresten', 'i øvrigt', 'påmindelse', 'påminnelse',
      'inspiration', 'inspirasjon',
    ],
    title: [
      'titel', 'tittel', 'kapiteltitel', 'kapitteltittel', 'overskrift', 'originaltitel', 'originaltittel', 'navn',
    ],
    summary: [
      'resumé', 'resume', 'sammendrag', 'sammenfatning', 'handling', 'beskrivelse', 'synopsis', 'kort fortalt',
      'indhold',
    ],
    rating: [
      'aldersgrænse', 'aldersgrense', 'rating', 'vurdering', 'klassificering', 'klassifisering', 'alder',
      'aldersmærkning',
    ],
    warnings: [
      'advarsel', 'advarsler', 'indholdsadvarsel', 'innholdsadvarsel', 'innholdsadvarsler', 'triggeradvarsel',
      'trigger', 'triggere', 'triggers', 'tw', 'cw', 'indeholder', 'inneholder', 'dette kapitel indeholder',
      'dette kapitlet inneholder',
    ],
    data: [
      'forfatter', 'forfattere', 'skrevet af', 'skrevet av', 'af', 'av', 'oversætter', 'oversetter', 'oversat af',
      'oversatt av', 'original', 'originalforfatter', 'fandom', 'kategori', 'genre', 'genrer', 'sjanger', 'sjangre',
      'type', 'par', 'parring', 'parringer', 'pairing', 'pairings', 'forhold', 'relation', 'relasjon', 'karakterer',
      'hovedkarakterer', 'personer', 'hovedpersoner', 'rolleliste', 'ord', 'antal ord', 'antall ord', 'ordantal',
      'længde', 'lengde', 'sider', 'kapitler', 'antal kapitler', 'antall kapitler', 'status', 'færdig', 'ferdig',
      'afsluttet', 'avsluttet', 'igangværende', 'pågående', 'udgivet', 'publiceret', 'publisert', 'postet', 'dato',
      'sidst opdateret', 'sist oppdatert', 'beta', 'betalæser', 'betaleser', 'redaktør', 'udfordring', 'utfordring',
      'konkurrence', 'konkurranse', 'tema', 'prompt', 'til', 'gave til', 'ønsket af', 'tid', 'sted', 'tidsperiode',
      'tidslinje', 'foregår', 'sang', 'sange', 'sanger', 'musik', 'musikk', 'soundtrack', 'spilleliste', 'billede',
      'bilde', 'forside', 'serie', 'efterfølger', 'oppfølger', 'tags', 'emneord', 'sprog', 'språk', 'kilde',
      'inspireret af', 'inspirert av', 'baseret på', 'basert på', 'idé', 'synsvinkel', 'kommentarer', 'link', 'lenke',
    ],
    none: ['ingen', 'intet', 'ingen advarsler', 'nej', 'nei', 'ikke relevant', 'ikke aktuelt'],
  },
  ratings: {
    names: {
      general: [
        'alle', 'for alle', 'alle aldre', 'alle aldersgrupper', 'tilladt for alle', 'tillatt for alle', 'generel', 'g',
        'k',
      ],
      teen: ['t', 'teenagere', 'tenåringer', '11+', '12+', '13+', 'ungdom', 'unge', 'pg-13'],
      mature: ['m', '15+', '16+', 'moden', 'voksent'],
      explicit: ['18+', 'voksne', 'kun for voksne', 'kun voksne', 'eksplicit', 'eksplisitt', 'nc-17', 'fra 18 år'],
    },
    mature: [
      '18+', '16+', '15+', 'fra 18', 'under 18', 'over 18', 'mindreårige', 'kun for voksne', 'for voksne',
      'voksent indhold', 'voksent innhold', 'voksenindhold', 'lemon', 'smut', 'pwp', 'nsfw', 'sexscene*', 'sexscener',
      'seksuelt indhold', 'seksuelt innhold', 'seksuelle scener', 'seksuel vold', 'seksuell vold', 'seksuelle overgreb',
      'seksuelle overgrep', 'seksuelle handlinger', 'eksplicit indhold', 'eksplisitt innhold', 'eksplicitte scener',
      'eksplisitte scener', 'eksplicit sex', 'eksplisitt sex', 'erotisk*', 'erotik', 'erotikk', 'porno*', 'voldtægt*',
      'voldtekt*', 'incest', 'bdsm', 'non-con', 'dub-con', 'grafisk vold', 'grov vold', 'sex',
    ],
  },
  lines: {
    furniture: [
      'forrige', 'næste', 'neste', 'forrige kapitel', 'forrige kapittel', 'næste kapitel', 'neste kapittel',
      'forrige side', 'næste side', 'neste side', 'første kapitel', 'første kapittel', 'siste kapittel',
      'sidste kapitel', 'indhold', 'innhold', 'indholdsfortegnelse', 'innholdsfortegnelse', 'kapiteloversigt',
      'kapitteloversikt', 'tilbage', 'tilbake', 'tilbage til toppen', 'tilbake til toppen', 'til toppen', 'hjem',
      'forside', 'forsiden', 'menu', 'meny', 'læs mere', 'les mer', 'læs videre', 'les videre', 'fortsæt',
      'fortsett å lese', 'vis mere', 'vis mer', 'stem', 'kommenter', 'kommentarer', 'skriv en kommentar',
      'legg igjen en kommentar', 'efterlad en kommentar', 'del', 'rapporter', 'følg', 'abonner', 'favoritter',
      'annonce', 'annonse', 'reklame', 'log ind', 'logg inn', 'registrer', 'søg', 'søk', 'udskriv', 'skriv ut',
      'download', 'last ned', 'side', 'klik her', 'klikk her', 'svar', 'synes godt om', 'lik',
    ],
    contents: [
      'indhold', 'innhold', 'indholdsfortegnelse', 'innholdsfortegnelse', 'kapitler', 'kapiteloversigt',
      'kapitteloversikt',
    ],
    closings: [
      'slut', 'slutt', 'the end', 'enden', 'ende', 'slut på kapitlet', 'slutt på kapitlet', 'slutten',
      'slut på kapitel', 'slutt på kapittel', 'slut på del', 'fortsættes', 'fortsættelse følger', 'fortsetter',
      'fortsettelse følger', 'fortsættes i næste kapitel', 'fortsetter i neste kapittel', 'tbc', 'to be continued',
      'fin', 'snip snap snude', 'snipp snapp snute',
    ],
    pov: [
      'pov', 'synsvinkel', 'fra synsvinkelen', 'perspektiv', 'fra perspektiv', 'set fra', 'sett fra', 'fortæller',
      'forteller', 'tredje person', 'tredjeperson', 'synsvinkelskifte', 'skifte av synsvinkel',
    ],
    breaks: [
      'tidsspring', 'tidshopp', 'hop i tiden', 'hopp i tid', 'sceneskift', 'sceneskifte', 'linjeskift', 'linjebrudd',
      'sideskift', 'pause', 'flashback', 'flashback start', 'flashback slut', 'flashback slutt', 'slut flashback',
      'slutt flashback', 'slut på flashback', 'slutt på flashback', 'tilbageblik', 'tilbakeblikk',
      'slut på tilbageblik', 'slutt på tilbakeblikk', 'time skip',
    ],
  },
  register: {
    author: [
      'tak fordi i læser', 'tak fordi du læser', 'tak fordi i læste', 'tak for at læse', 'tak for alle kommentarer',
      'tak for kommentarerne', 'tak for jeres kommentarer', 'tak til alle der', 'tak for alle likes',
      'håber i kan lide', 'håber i kunne lide', 'håber at i kan lide', 'håber i synes om', 'håber i nyder',
      'god læselyst', 'rigtig god læselyst', 'god fornøjelse', 'lad mig vide', 'lad mig høre', 'fortæl mig hvad',
      'hvad synes i', 'skriv en kommentar', 'skriv gerne en', 'læg en kommentar', 'kommenter gerne',
      'glem ikke at stemme', 'glem ikke at kommentere', 'i kommentarerne', 'konstruktiv kritik', 'jeg ejer ikke',
      'jeg ejer intet', 'tilhører ikke mig', 'tilhører j.k', 'tilhører jk', 'alle rettigheder', 'stavefejl', 'slåfejl',
      'undskyld stavefejl', 'min beta', 'min første fanfic*', 'første fanfic*', 'første historie', 'fanfic*',
      'denne fic', 'denne historie', 'den her historie', 'min historie', 'dette kapitel', 'det her kapitel',
      'nyt kapitel', 'et nyt kapitel', 'næste kapitel', 'sidste kapitel', 'forrige kapitel', 'første kapitel',
      'her er næste', 'her kommer næste', 'her er kapitel', 'opdatere', 'opdaterer', 'opdatering', 'lægger op',
      'lægge op', 'udgive', 'undskyld ventetiden', 'undskyld for ventetiden', 'beklager ventetiden', 'undskyld det tog',
      'skriveblokering', 'vi ses i næste', 'ses i næste', 'indtil næste', 'mine læsere', 'kære læsere', 'læserne',
      'wattpad', 'movellas', 'ao3', 'tumblr', 'oneshot', 'fandom', 'spoilers', 'cliffhanger',
    ],
    hints: [
      'kapitel', 'kapitlet', 'historie', 'historien', 'læse', 'læser', 'læsere', 'skrive', 'skriver', 'skrevet',
      'forfatter', 'kommentar', 'kommentarer', 'mening', 'idé', 'ideer', 'karakter', 'karakterer', 'handling',
      'fortsættelse', 'uge', 'ferie', 'skole', 'eksamen', 'undskyld', 'beklager', 'tak', 'håber', 'jer', 'jeres',
      'oversættelse', 'serie', 'bog', 'film', 'beta', 'fejl', 'snart', 'endelig', 'knus', 'kram',
    ],
    greetings: [
      'hej', 'hej alle', 'hej alle sammen', 'hejsa', 'hej med jer', 'halløj', 'hallo', 'godmorgen', 'godaften',
      'kære læsere', 'jeg er tilbage', 'velkommen', 'velkommen tilbage', 'god læselyst', 'vi ses', 'ses', 'farvel',
      'hej hej', 'knus', 'kram', 'kys', 'mange hilsner', 'hilsen', 'kærlig hilsen', 'kh', 'hav en god dag',
      'god weekend', 'glædelig jul', 'godt nytår', 'god påske', 'tak', 'mange tak',
    ],
    story: [
      'sagde', 'spurgte', 'svarede', 'hviskede', 'mumlede', 'råbte', 'skreg', 'sukkede', 'lo', 'grinede', 'fnisede',
      'smilede', 'fortsatte', 'tilføjede', 'udbrød', 'siger', 'spørger', 'svarer', 'hvisker', 'nikker', 'kigger', 'var',
      'havde', 'blev', 'kunne', 'ville', 'skulle', 'måtte', 'gik', 'kom', 'så', 'stod', 'sad', 'lå', 'løb', 'tog',
      'gav', 'holdt', 'trak', 'faldt', 'kiggede', 'stirrede', 'nikkede', 'rystede', 'vendte', 'åbnede', 'lukkede',
      'følte', 'mærkede', 'hørte', 'vidste', 'tænkte', 'virkede', 'begyndte', 'rejste', 'han', 'hun', 'hans', 'hendes',
      'ham', 'hende', 'øjne', 'hånd', 'hænder', 'døren', 'stemme', 'ansigt', 'hoved', 'hår', 'pludselig', 'langsomt',
      'stille',
    ],
    address: ['jeg', 'mig', 'min', 'mit', 'mine', 'vi', 'os', 'i', 'jer', 'jeres', 'du', 'dig'],
  },
} as const satisfies Language;
