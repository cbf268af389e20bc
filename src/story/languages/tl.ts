import type { Language } from './language.js';

/** Tagalog and Filipino, with the English that Wattpad authors mix into it. */
// biome-ignore format: word lists are read and compared in lines, not one word at a time
export const tagalog = {
  tag: 'tl',
  name: 'Tagalog',
  heading: {
    chapter: ['kabanata', 'kab', 'chapter', 'episode', 'yugto'],
    part: ['bahagi', 'aklat', 'libro', 'tomo', 'part', 'season', 'book'],
    kinds: {
      prologue: ['prologo', 'panimula', 'simula', 'paunang salita', 'prologue', 'umpisa'],
      interlude: ['interlude', 'espesyal na kabanata', 'special chapter', 'bonus', 'bonus chapter', 'extra'],
      flashback: ['flashback', 'balik-tanaw', 'alaala'],
      epilogue: ['epilogo', 'wakas na kabanata', 'epilogue'],
      'one-shot': ['one-shot', 'oneshot', 'maikling kwento', 'maikling kuwento'],
    },
    numberMarks: ['bilang', 'blg', 'no'],
    articles: ['na', 'ang'],
    of: ['ng', 'sa'],
    small: ['ang', 'ng', 'sa', 'at', 'na', 'ni', 'si', 'mga', 'kay', 'o', 'ay', 'para'],
    around: [
      { before: 'ika', after: 'na kabanata', is: 'chapter' },
    ],
  },
  numbers: {
    library: 'fil-PH',
    words: {
      una: 1, pangalawa: 2, pangatlo: 3, 'pang-apat': 4, panglima: 5, 'pang-lima': 5, 'pang-anim': 6, pampito: 7,
      pangwalo: 8, 'pang-walo': 8, pansiyam: 9, pangsiyam: 9, pansampu: 10, pangsampu: 10, ikalawa: 2, ikatlo: 3,
      ikaapat: 4, 'ika-apat': 4, ikalima: 5, ikaanim: 6, 'ika-anim': 6, ikapito: 7, ikawalo: 8, ikasiyam: 9,
      ikasampu: 10, 'labing-isa': 11, labingisa: 11, labindalawa: 12, labintatlo: 13, 'labing-apat': 14, labinlima: 15,
      'labing-anim': 16, labimpito: 17, labingwalo: 18, labinsiyam: 19, dalawampu: 20, "dalawampu't isa": 21,
      tatlumpu: 30, apatnapu: 40, limampu: 50, animnapu: 60, pitumpu: 70, walumpu: 80, siyamnapu: 90, 'isang daan': 100,
      uno: 1, dos: 2, tres: 3, kuwatro: 4, singko: 5, ikadalawampu: 20, ikatatlumpu: 30,
    },
  },
  labels: {
    note: [
      'tala ng may-akda', 'tala ng awtor', 'paalala ng may-akda', 'mula sa may-akda', 'paalala', 'tala', 'a/n',
      'mahalagang paalala', 'anunsyo', 'patalastas ng may-akda', 'disclaimer', 'pagtatatwa', 'pasasalamat',
      'salamat sa', 'dedikasyon', 'para kay', 'inaalay kay', 'talasalitaan', 'mga tanong', 'tanong',
      'nakaraang kabanata', 'sa nakaraang kabanata', 'sa susunod na kabanata', 'tala ng tagasalin', 'paliwanag',
    ],
    edit: ['edit', 'inedit', 'in-edit', 'binago', 'na-update', 'naitama', 'update'],
    weakNote: ['ps', 'p.s', 'nb', 'babala', 'pansin', 'siya nga pala', 'panimula'],
    title: ['pamagat', 'pamagat ng kabanata', 'titulo'],
    summary: ['buod', 'buod ng kabanata', 'paglalarawan', 'sinopsis', 'lagom'],
    rating: ['marka', 'rating', 'klasipikasyon', 'edad'],
    warnings: ['babala', 'mga babala', 'warning', 'babala sa nilalaman', 'naglalaman ng', 'tw', 'cw'],
    data: [
      'may-akda', 'awtor', 'isinulat ni', 'sinulat ni', 'akda ni', 'tagasalin', 'isinalin ni', 'fandom', 'kategorya',
      'uri', 'genre', 'magkapareha', 'tambalan', 'pairing', 'tauhan', 'mga tauhan', 'pangunahing tauhan', 'relasyon',
      'bilang ng salita', 'bilang ng kabanata', 'haba', 'katayuan', 'status', 'tapos', 'kumpleto', 'hindi pa tapos',
      'inilathala', 'petsa', 'huling update', 'sinimulan', 'natapos', 'beta', 'hamon', 'tema', 'para sa',
      'regalo para kay', 'tagpuan', 'panahon', 'lugar', 'kanta', 'awit', 'musika', 'larawan', 'pabalat', 'serye',
      'karugtong', 'wika', 'pinagmulan', 'inspirasyon', 'ideya', 'pananaw', 'komento',
    ],
    none: ['wala', 'walang babala', 'wala naman', 'hindi'],
  },
  ratings: {
    names: {
      general: ['pangkalahatan', 'lahat ng edad', 'lahat', 'g'],
      teen: ['kabataan', '13+', '12+', 'pg-13', 'pg'],
      mature: ['16+', 'm', 'r-16', 'r16', 'r-13'],
      explicit: ['18+', 'r-18', 'r18', 'pang-matanda', 'matatanda', 'spg'],
    },
    mature: [
      'spg', 'r-18', 'r18', 'r-16', '18+', '16+', 'bawal sa bata', 'bawal sa mga bata', 'bawal sa menor de edad',
      'menor de edad', 'pang-matanda', 'para sa matatanda', 'nilalamang sekswal', 'sekswal', 'seksuwal', 'malaswa',
      'mahalay', 'halay', 'bastos na eksena', 'bed scene*', 'panggagahasa', 'ginahasa', 'gahasa', 'karahasan',
      'marahas na eksena', 'smut', 'lemon', 'nsfw', 'mature content', 'mature scene*', 'matured content', 'rated spg',
      'read at your own risk',
    ],
  },
  lines: {
    furniture: [
      'nakaraan', 'susunod', 'nakaraang kabanata', 'susunod na kabanata', 'nakaraang pahina', 'susunod na pahina',
      'talaan ng nilalaman', 'nilalaman', 'bumalik', 'bumalik sa itaas', 'itaas', 'tahanan', 'magpatuloy sa pagbabasa',
      'magbasa pa', 'bumoto', 'boto', 'magkomento', 'komento', 'mag-iwan ng komento', 'ibahagi', 'i-report', 'sundan',
      'paborito', 'patalastas', 'mag-log in', 'hanapin', 'pahina',
    ],
    contents: ['talaan ng nilalaman', 'nilalaman', 'mga kabanata'],
    closings: [
      'wakas', 'ang wakas', 'katapusan', 'ang katapusan', 'tapos na', 'dulo', 'katapusan ng kabanata',
      'wakas ng kabanata', 'itutuloy', 'itutuloy…', 'itutuloy po', 'abangan', 'may karugtong', 'the end',
      'end of chapter', 'to be continued',
    ],
    pov: [
      'pov', 'pananaw', 'pananaw ni', 'sa pananaw ni', 'point of view', 'punto de bista', 'third person',
      "author's pov",
    ],
    breaks: [
      'flashback', 'end of flashback', 'simula ng flashback', 'katapusan ng flashback', 'balik-tanaw',
      'paglaktaw ng oras', 'time skip', 'fast forward', 'pagbabago ng eksena',
    ],
  },
  register: {
    author: [
      'salamat sa pagbabasa', 'maraming salamat sa pagbabasa', 'salamat po sa pagbabasa', 'salamat sa mga nagbabasa',
      'salamat sa suporta', 'salamat sa mga comments', 'sana magustuhan', 'sana nagustuhan', 'sana ay nagustuhan',
      'sana po magustuhan', 'mag-comment', 'magcomment', 'pa-vote', 'pavote', 'vote and comment', 'vote & comment',
      'comment and vote', 'huwag kalimutang', 'wag kalimutang', 'pakivote', 'paki-vote', 'iwan ng komento',
      'mag-iwan ng komento', 'sabihin niyo sa comments', 'typographical errors', 'grammatical errors', 'wrong grammar',
      'typo errors', 'typo', 'unedited', 'hindi ko pag-aari', 'hindi akin ang', 'all rights reserved',
      'plagiarism is a crime', 'plagiarism', 'unang kwento ko', 'unang kuwento ko', 'first story ko', 'kwentong ito',
      'kuwentong ito', 'kabanatang ito', 'chapter na ito', 'chapter na to', 'susunod na kabanata', 'susunod na chapter',
      'next chapter', 'next update', 'update agad', 'nakaraang chapter', 'pasensya na sa late', 'pasensya sa late',
      'sorry sa late', 'late update', 'mag-uupdate', 'mag-update', 'nag-update', 'silent readers', 'mga readers',
      'mga mambabasa', 'mambabasa', 'wattpad', 'watty', 'fanfic*',
    ],
    hints: [
      'kabanata', 'chapter', 'kwento', 'kuwento', 'basahin', 'magbasa', 'pagbabasa', 'sumulat', 'pagsusulat',
      'may-akda', 'author', 'komento', 'comment', 'boto', 'vote', 'opinyon', 'ideya', 'tauhan', 'linggo', 'bakasyon',
      'eskwela', 'exam', 'exams', 'pasensya', 'paumanhin', 'sorry', 'salamat', 'sana', 'kayo', 'kayong', 'ninyo',
      'niyo', 'guys', 'po', 'readers', 'update',
    ],
    greetings: [
      'kamusta', 'kumusta', 'kamusta kayo', 'kumusta kayo', 'hello', 'hello po', 'hi', 'hi guys', 'hello guys',
      'hey guys', 'magandang araw', 'magandang umaga', 'magandang gabi', 'maligayang pagbabasa', 'happy reading',
      'paalam', 'ingat', 'ingat kayo', 'hanggang sa muli', 'hanggang sa susunod', 'mahal ko kayo', 'lovelots',
      'love lots', 'labyu', 'nagmamahal', 'salamat', 'maraming salamat', 'salamat po', 'maligayang pasko',
      'manigong bagong taon',
    ],
    story: [
      'sabi', 'sabi niya', 'tanong', 'tanong niya', 'sagot', 'sagot niya', 'bulong', 'sigaw', 'sinabi', 'tinanong',
      'sumagot', 'bumulong', 'sumigaw', 'ngumiti', 'tumawa', 'tumango', 'umiling', 'tumingin', 'tiningnan', 'nakita',
      'pumunta', 'pumasok', 'lumabas', 'umupo', 'tumayo', 'naglakad', 'lumakad', 'tumakbo', 'kinuha', 'hinawakan',
      'binuksan', 'isinara', 'naramdaman', 'narinig', 'inisip', 'bumuntong-hininga', 'napangiti', 'napatingin', 'siya',
      'niya', 'kanya', 'kanyang', 'mata', 'kamay', 'pinto', 'boses', 'mukha', 'ulo', 'buhok', 'bigla', 'dahan-dahan',
    ],
    address: ['ako', 'ko', 'akin', 'aking', 'kayo', 'niyo', 'nyo', 'inyo', 'inyong', 'tayo', 'kami', 'ikaw', 'mo'],
  },
} as const satisfies Language;
