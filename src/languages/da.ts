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
        'mellemspil', 'mellomspill', 'interludium', 'intermezzo', 'bonus', 'bonuskapittel', 'ekstra', 'ekstrakapitel',
        'ekstrakapittel', 'spesialkapittel', 'slettet scene',
      ],
      flashback: ['tilbageblik', 'tilbakeblikk', 'minde'],
      epilogue: ['epilog', 'efterspil', 'etterspill'],
      'one-shot': ['one-shot', 'novelle', 'drabble'],
    },
    articles: ['den', 'det', 'de'],
    of: ['af'],
    small: ['og', 'ei', 'af', 'til', 'ved', 'mod', 'uden', 'uten', 'ikke'],
    around: [{ before: '', chapter: ['kapitel'], part: ['del', 'bog', 'akt'] }],
  },
  numbers: {
    library: 'da-DK',
    words: {
      en: 1, tyvende: 20, enogtyvende: 21, toogtyvende: 22, treogtyvende: 23, fireogtyvende: 24, femogtyvende: 25,
      seksogtyvende: 26, syvogtyvende: 27, otteogtyvende: 28, niogtyvende: 29, tredivte: 30, andet: 2, fyrretyvende: 40,
      halvtredsindstyvende: 50, tresindstyvende: 60, halvfjerdsindstyvende: 70, firsindstyvende: 80,
      halvfemsindstyvende: 90,
    },
  },
  labels: {
    note: [
      'forfatterens note', 'forfatterens noter', 'forfatternote', 'forfatterens bemærkning',
      'forfatterens bemærkninger', 'forfatterens kommentar', 'forfatterens ord', 'note fra forfatteren',
      'noter fra forfatteren', 'f/n', 'bemærkning', 'bemærkninger', 'slutnote', 'slutnoter', 'fodnote', 'fodnoter',
      'vigtigt', 'vigtig besked', 'besked', 'ansvarsfraskrivelse', 'ophavsret', 'dedikeret til', 'tilegnet', 'tak',
      'tak til', 'svar på anmeldelser', 'spørgsmål', 'ordliste', 'oversættelse', 'forklaring', 'forklaringer',
      'tidligere', 'i sidste kapitel', 'sidste gang', 'næste gang', 'i næste kapitel', 'oversætterens note',
      'oversætterens bemærkning', 'forord', 'efterskrift', 'spoileradvarsel', 'kære læsere', 'et par ord',
    ],
    edit: [
      'redigeret', 'redigert', 'opdatering', 'oppdatering', 'opdateret', 'oppdatert', 'rettelse', 'rettet', 'ændret',
      'endret', 'tilføjelse', 'tillegg', 'omskrevet',
    ],
    weakNote: ['bemærk', 'merk', 'forresten', 'i øvrigt', 'påmindelse', 'inspirasjon'],
    title: ['tittel', 'kapitteltittel', 'overskrift', 'originaltittel', 'navn'],
    summary: ['resumé', 'sammendrag', 'sammenfatning', 'beskrivelse', 'kort fortalt', 'indhold'],
    rating: ['aldersgrænse', 'aldersgrense', 'vurdering', 'klassifisering', 'alder', 'aldersmærkning'],
    warnings: [
      'advarsel', 'advarsler', 'indholdsadvarsel', 'innholdsadvarsel', 'innholdsadvarsler', 'triggeradvarsel',
      'triggere', 'indeholder', 'inneholder', 'dette kapitel indeholder', 'dette kapitlet inneholder',
    ],
    data: [
      'forfatter', 'forfattere', 'skrevet af', 'skrevet av', 'af', 'oversætter', 'oversetter', 'oversat af',
      'oversatt av', 'originalforfatter', 'sjanger', 'sjangre', 'parringer', 'forhold', 'relasjon', 'karakterer',
      'hovedkarakterer', 'hovedpersoner', 'rolleliste', 'antall ord', 'længde', 'lengde', 'sider', 'kapitler',
      'antal kapitler', 'antall kapitler', 'færdig', 'ferdig', 'afsluttet', 'avsluttet', 'igangværende', 'udgivet',
      'publiceret', 'publisert', 'postet', 'sidst opdateret', 'sist oppdatert', 'betalæser', 'redaktør', 'udfordring',
      'utfordring', 'konkurrence', 'konkurranse', 'til', 'gave til', 'ønsket af', 'sted', 'tidsperiode', 'foregår',
      'sang', 'sange', 'sanger', 'musikk', 'spilleliste', 'billede', 'bilde', 'forside', 'efterfølger', 'oppfølger',
      'emneord', 'sprog', 'kilde', 'inspireret af', 'inspirert av', 'baseret på', 'basert på', 'synsvinkel', 'lenke',
    ],
    none: ['intet', 'ingen advarsler', 'nei', 'ikke relevant', 'ikke aktuelt'],
  },
  ratings: {
    names: {
      general: [
        'alle', 'for alle', 'alle aldre', 'alle aldersgrupper', 'tilladt for alle', 'tillatt for alle', 'generel',
      ],
      teen: ['teenagere', 'tenåringer', 'ungdom', 'unge'],
      mature: ['moden', 'voksent'],
      explicit: ['voksne', 'kun for voksne', 'kun voksne', 'eksplicit', 'eksplisitt', 'fra 18 år'],
    },
    mature: [
      'fra 18', 'mindreårige', 'kun for voksne', 'for voksne', 'voksent indhold', 'voksent innhold', 'voksenindhold',
      'sexscener', 'seksuelt indhold', 'seksuelt innhold', 'seksuelle scener', 'seksuel vold', 'seksuell vold',
      'seksuelle overgreb', 'seksuelle overgrep', 'seksuelle handlinger', 'eksplicit indhold', 'eksplisitt innhold',
      'eksplicitte scener', 'eksplisitte scener', 'eksplicit sex', 'eksplisitt sex', 'erotikk', 'voldtægt*',
      'voldtekt*', 'grafisk vold', 'grov vold',
    ],
  },
  lines: {
    furniture: [
      'forrige', 'næste', 'neste', 'forrige kapitel', 'forrige kapittel', 'næste kapitel', 'neste kapittel',
      'forrige side', 'næste side', 'neste side', 'første kapitel', 'første kapittel', 'siste kapittel',
      'sidste kapitel', 'tilbage', 'tilbake', 'tilbage til toppen', 'tilbake til toppen', 'til toppen', 'hjem',
      'forside', 'forsiden', 'læs mere', 'les mer', 'læs videre', 'les videre', 'fortsæt', 'fortsett å lese',
      'vis mere', 'vis mer', 'kommenter', 'legg igjen en kommentar', 'efterlad en kommentar', 'del', 'rapporter',
      'følg', 'abonner', 'favoritter', 'annonse', 'reklame', 'log ind', 'logg inn', 'registrer', 'søg', 'søk',
      'udskriv', 'last ned', 'side', 'klik her', 'klikk her', 'svar', 'synes godt om', 'lik',
    ],
    contents: [
      'indhold', 'innhold', 'indholdsfortegnelse', 'innholdsfortegnelse', 'kapitler', 'kapiteloversigt',
      'kapitteloversikt',
    ],
    closings: [
      'slutt', 'enden', 'slutt på kapitlet', 'slutten', 'slutt på kapittel', 'fortsættes', 'fortsættelse følger',
      'fortsetter', 'fortsettelse følger', 'fortsættes i næste kapitel', 'fortsetter i neste kapittel',
      'snip snap snude', 'snipp snapp snute',
    ],
    pov: [
      'synsvinkel', 'fra synsvinkelen', 'set fra', 'sett fra', 'fortæller', 'forteller', 'tredjeperson',
      'synsvinkelskifte',
    ],
    breaks: [
      'tidsspring', 'hop i tiden', 'hopp i tid', 'sceneskift', 'sceneskifte', 'linjeskift', 'linjebrudd', 'sideskift',
      'flashback slutt', 'slutt flashback', 'slutt på flashback', 'tilbageblik', 'tilbakeblikk', 'slut på tilbageblik',
      'slutt på tilbakeblikk',
    ],
  },
  register: {
    author: [
      'tak fordi i læser', 'tak fordi du læser', 'tak fordi i læste', 'tak for at læse', 'tak for alle kommentarer',
      'tak for kommentarerne', 'tak for jeres kommentarer', 'tak til alle der', 'tak for alle likes',
      'håber i kan lide', 'håber i kunne lide', 'håber at i kan lide', 'håber i synes om', 'håber i nyder',
      'god læselyst', 'rigtig god læselyst', 'god fornøjelse', 'lad mig vide', 'lad mig høre', 'fortæl mig hvad',
      'hvad synes i', 'skriv en kommentar', 'skriv gerne en', 'læg en kommentar', 'kommenter gerne',
      'glem ikke at stemme', 'glem ikke at kommentere', 'i kommentarerne', 'jeg ejer ikke', 'jeg ejer intet',
      'tilhører ikke mig', 'tilhører j.k', 'tilhører jk', 'alle rettigheder', 'stavefejl', 'slåfejl',
      'undskyld stavefejl', 'min beta', 'min første fanfic*', 'første fanfic*', 'første historie', 'fanfic*',
      'denne fic', 'denne historie', 'den her historie', 'min historie', 'dette kapitel', 'det her kapitel',
      'nyt kapitel', 'et nyt kapitel', 'næste kapitel', 'sidste kapitel', 'forrige kapitel', 'første kapitel',
      'her er næste', 'her kommer næste', 'her er kapitel', 'opdatere', 'opdaterer', 'opdatering', 'lægger op',
      'lægge op', 'udgive', 'undskyld ventetiden', 'undskyld for ventetiden', 'beklager ventetiden', 'undskyld det tog',
      'skriveblokering', 'vi ses i næste', 'ses i næste', 'indtil næste', 'mine læsere', 'kære læsere', 'læserne',
      'movellas', 'oneshot', 'fandom', 'spoilers', 'tak fordi du læste', 'tak for alle reviews', 'tak for læsningen',
      'efterlad en kommentar', 'husk at kommentere', 'husk at stemme', 'hvad syntes i', 'sig hvad i synes',
      'god læsning', 'undskyld forsinkelsen', 'undskyld det er så kort', 'min første novelle', 'ejer ikke harry',
      'karaktererne tilhører', 'læses på eget ansvar', 'oversættelse af', 'med tilladelse fra', 'ikke betalæst',
    ],
    hints: [
      'kapitel', 'kapitlet', 'historie', 'historien', 'læse', 'læser', 'læsere', 'skrive', 'skriver', 'skrevet',
      'forfatter', 'kommentar', 'kommentarer', 'mening', 'idé', 'ideer', 'karakter', 'karakterer', 'handling',
      'fortsættelse', 'uge', 'ferie', 'skole', 'eksamen', 'undskyld', 'beklager', 'håber', 'oversættelse', 'serie',
      'bog', 'film', 'fejl', 'snart', 'endelig', 'på eget ansvar',
    ],
    greetings: [
      'hej', 'hej alle', 'hej alle sammen', 'hejsa', 'hej med jer', 'halløj', 'hallo', 'godmorgen', 'godaften',
      'jeg er tilbage', 'velkommen', 'velkommen tilbage', 'vi ses', 'ses', 'farvel', 'hej hej', 'knus', 'kram', 'kys',
      'mange hilsner', 'hilsen', 'kærlig hilsen', 'kh', 'hav en god dag', 'god weekend', 'glædelig jul', 'godt nytår',
      'god påske', 'tak', 'mange tak', 'vi læses ved', 'indtil næste gang',
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
