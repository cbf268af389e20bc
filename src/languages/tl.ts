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
      flashback: ['balik-tanaw', 'alaala'],
      epilogue: ['epilogo', 'wakas na kabanata', 'epilogue'],
      'one-shot': ['one-shot', 'maikling kwento', 'maikling kuwento'],
    },
    numberMarks: ['bilang', 'blg'],
    articles: ['na', 'ang'],
    of: ['ng', 'sa'],
    small: ['ang', 'ng', 'ni', 'mga', 'kay', 'ay'],
    around: [{ before: 'ika', chapter: ['na kabanata'] }],
  },
  numbers: {
    library: 'fil-PH',
    words: {
      pangalawa: 2, pangatlo: 3, 'pang-apat': 4, panglima: 5, 'pang-anim': 6, pampito: 7, pangwalo: 8, pansiyam: 9,
      pangsiyam: 9, pansampu: 10, pangsampu: 10, ikatlo: 3, 'labing-isa': 11, 'labing-apat': 14, 'labing-anim': 16,
      "dalawampu't isa": 21, 'isang daan': 100, uno: 1, dos: 2, tres: 3, kuwatro: 4, singko: 5,
    },
  },
  labels: {
    note: [
      'tala ng may-akda', 'tala ng awtor', 'paalala ng may-akda', 'mula sa may-akda', 'paalala', 'tala',
      'mahalagang paalala', 'anunsyo', 'patalastas ng may-akda', 'pagtatatwa', 'pasasalamat', 'salamat sa',
      'dedikasyon', 'para kay', 'inaalay kay', 'talasalitaan', 'mga tanong', 'tanong', 'nakaraang kabanata',
      'sa nakaraang kabanata', 'sa susunod na kabanata', 'tala ng tagasalin', 'paliwanag',
    ],
    edit: ['inedit', 'in-edit', 'binago', 'na-update', 'naitama'],
    weakNote: ['pansin', 'siya nga pala', 'panimula'],
    title: ['pamagat', 'pamagat ng kabanata'],
    summary: ['buod', 'buod ng kabanata', 'paglalarawan', 'lagom'],
    rating: ['marka', 'klasipikasyon'],
    warnings: ['babala', 'mga babala', 'babala sa nilalaman', 'naglalaman ng'],
    data: [
      'may-akda', 'awtor', 'isinulat ni', 'sinulat ni', 'akda ni', 'tagasalin', 'isinalin ni', 'kategorya', 'uri',
      'magkapareha', 'tambalan', 'tauhan', 'mga tauhan', 'pangunahing tauhan', 'relasyon', 'bilang ng salita',
      'bilang ng kabanata', 'haba', 'katayuan', 'tapos', 'kumpleto', 'hindi pa tapos', 'inilathala', 'petsa',
      'huling update', 'sinimulan', 'natapos', 'hamon', 'para sa', 'regalo para kay', 'tagpuan', 'panahon', 'kanta',
      'awit', 'musika', 'larawan', 'pabalat', 'serye', 'karugtong', 'wika', 'pinagmulan', 'inspirasyon', 'ideya',
      'pananaw', 'komento',
    ],
    none: ['wala', 'walang babala', 'wala naman', 'hindi'],
  },
  ratings: {
    names: {
      general: ['pangkalahatan', 'lahat ng edad', 'lahat'],
      teen: ['kabataan'],
      mature: ['r-13'],
      explicit: ['pang-matanda', 'matatanda', 'spg'],
    },
    mature: [
      'spg', 'bawal sa bata', 'bawal sa mga bata', 'bawal sa menor de edad', 'pang-matanda', 'para sa matatanda',
      'nilalamang sekswal', 'sekswal', 'seksuwal', 'malaswa', 'mahalay', 'halay', 'bastos na eksena', 'bed scene*',
      'panggagahasa', 'ginahasa', 'gahasa', 'karahasan', 'marahas na eksena', 'mature scene*', 'matured content',
      'rated spg', 'read at your own risk',
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
      'wakas ng kabanata', 'itutuloy', 'itutuloy…', 'itutuloy po', 'abangan', 'may karugtong',
    ],
    pov: ['pananaw', 'punto de bista'],
    breaks: [
      'simula ng flashback', 'katapusan ng flashback', 'balik-tanaw', 'paglaktaw ng oras', 'pagbabago ng eksena',
    ],
  },
  register: {
    author: [
      'salamat sa pagbabasa', 'maraming salamat sa pagbabasa', 'salamat po sa pagbabasa', 'salamat sa mga nagbabasa',
      'salamat sa suporta', 'salamat sa mga comments', 'sana magustuhan', 'sana nagustuhan', 'sana ay nagustuhan',
      'sana po magustuhan', 'mag-comment', 'magcomment', 'pa-vote', 'pavote', 'huwag kalimutang', 'wag kalimutang',
      'pakivote', 'paki-vote', 'iwan ng komento', 'mag-iwan ng komento', 'sabihin niyo sa comments',
      'typographical errors', 'wrong grammar', 'typo errors', 'typo', 'hindi ko pag-aari', 'hindi akin ang',
      'plagiarism is a crime', 'plagiarism', 'unang kwento ko', 'unang kuwento ko', 'first story ko', 'kwentong ito',
      'kuwentong ito', 'kabanatang ito', 'chapter na ito', 'chapter na to', 'susunod na kabanata', 'susunod na chapter',
      'update agad', 'nakaraang chapter', 'pasensya na sa late', 'pasensya sa late', 'sorry sa late', 'mag-uupdate',
      'mag-update', 'nag-update', 'mga readers', 'mga mambabasa', 'mambabasa', 'watty', 'fanfic*', 'salamat sa pagbasa',
      'salamat sa mga nagbasa', 'salamat sa mga nag-comment', 'salamat sa mga nagcomment', 'salamat sa votes',
      'vote at comment', 'comment naman', 'comment lang', 'anong masasabi niyo', 'sorry ngayon lang',
      'sorry kung maikli', 'sorry sa typo*', 'sorry sa wrong', 'ngayon lang nakapag', 'next ud', 'update ko',
      'maikling update', 'unang story ko', 'dedicated kay', 'dedicated sa', 'dedicated ito', 'hell week', 'exams namin',
      'abangan ang susunod',
    ],
    hints: [
      'kabanata', 'kwento', 'kuwento', 'basahin', 'magbasa', 'pagbabasa', 'sumulat', 'pagsusulat', 'may-akda',
      'komento', 'boto', 'opinyon', 'ideya', 'tauhan', 'linggo', 'bakasyon', 'eskwela', 'exam', 'pasensya', 'paumanhin',
      'sana', 'kayong', 'ninyo', 'guys', 'po', 'update', 'mag-iwan ng', 'ano sa tingin nyo', 'ud', 'spg',
    ],
    greetings: [
      'kamusta', 'kumusta', 'kamusta kayo', 'kumusta kayo', 'hello', 'hello po', 'hi', 'magandang araw',
      'magandang umaga', 'magandang gabi', 'maligayang pagbabasa', 'paalam', 'ingat', 'ingat kayo', 'hanggang sa muli',
      'hanggang sa susunod', 'mahal ko kayo', 'lovelots', 'love lots', 'labyu', 'nagmamahal', 'salamat',
      'maraming salamat', 'salamat po', 'maligayang pasko', 'manigong bagong taon', 'mga beshies', 'mga bes',
      'mahal kong mambabasa', 'enjoy reading', 'see you sa next', 'god bless',
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
