import type { Language } from './language.js';

/** Turkish, with the customs of Wattpad: `5. Bölüm`. */
// biome-ignore format: word lists are read and compared in lines, not one word at a time
export const turkish = {
  tag: 'tr',
  name: 'Turkish',
  heading: {
    chapter: ['bölüm', 'bolum', 'böl', 'fasıl', 'episode'],
    part: ['kısım', 'kitap', 'cilt', 'perde', 'sezon', 'parça', 'seri'],
    kinds: {
      prologue: ['prolog', 'giriş', 'önsöz', 'ön söz', 'başlangıç', 'tanıtım'],
      interlude: [
        'ara bölüm', 'ara', 'interlude', 'bonus', 'bonus bölüm', 'özel bölüm', 'ekstra bölüm', 'ekstra', 'ara sahne',
        'silinmiş sahne',
      ],
      flashback: ['flashback', 'geçmiş', 'geriye dönüş', 'anı'],
      epilogue: ['epilog', 'sonsöz', 'son söz'],
      'one-shot': ['tek bölümlük', 'tek bölüm', 'one-shot', 'oneshot', 'kısa hikaye', 'kısa hikâye'],
    },
    numberMarks: ['numara', 'no', 'nr'],
    articles: [],
    of: ['/'],
    small: [
      've', 'ile', 'veya', 'ya', 'da', 'de', 'ki', 'mi', 'mı', 'mu', 'mü', 'için', 'gibi', 'ama', 'bir', 'bu', 'o',
    ],
    around: [
      { before: '', after: 'bölüm', is: 'chapter' },
      { before: '', after: 'bolum', is: 'chapter' },
      { before: '', after: 'kısım', is: 'part' },
      { before: '', after: 'kitap', is: 'part' },
      { before: '', after: 'cilt', is: 'part' },
      { before: '', after: 'perde', is: 'part' },
      { before: '', after: 'sezon', is: 'part' },
    ],
  },
  numbers: {
    library: 'tr-TR',
    words: {
      sıfır: 0, ilk: 1, birinci: 1, ikinci: 2, üçüncü: 3, dördüncü: 4, beşinci: 5, altıncı: 6, yedinci: 7, sekizinci: 8,
      dokuzuncu: 9, onuncu: 10, 'on birinci': 11, 'on ikinci': 12, 'on üçüncü': 13, 'on dördüncü': 14, 'on beşinci': 15,
      'on altıncı': 16, 'on yedinci': 17, 'on sekizinci': 18, 'on dokuzuncu': 19, yirminci: 20, 'yirmi birinci': 21,
      'yirmi ikinci': 22, 'yirmi üçüncü': 23, 'yirmi dördüncü': 24, 'yirmi beşinci': 25, 'yirmi altıncı': 26,
      'yirmi yedinci': 27, 'yirmi sekizinci': 28, 'yirmi dokuzuncu': 29, otuzuncu: 30, onbir: 11, oniki: 12, onüç: 13,
      ondört: 14, onbeş: 15, onaltı: 16, onyedi: 17, onsekiz: 18, ondokuz: 19, yirmibir: 21, yirmiiki: 22, yirmiüç: 23,
      yirmidört: 24, yirmibeş: 25, yirmialtı: 26, yirmiyedi: 27, yirmisekiz: 28, yirmidokuz: 29, kırkıncı: 40,
      ellinci: 50, altmışıncı: 60, yetmişinci: 70, sekseninci: 80, doksanıncı: 90, yüzüncü: 100,
    },
  },
  labels: {
    note: [
      'yazar notu', 'yazarın notu', 'yazardan', 'yazardan not', 'yazardan notlar', 'yazar', 'a/n', 'not',
      'notlar', 'bölüm notu', 'bölüm sonu notu', 'önemli', 'önemli not', 'önemli duyuru', 'duyuru', 'duyurular',
      'bilgilendirme', 'sorumluluk reddi', 'feragatname', 'telif hakkı', 'telif hakları', 'ithaf', 'ithaf edilmiştir',
      'bu bölüm ithafı', 'bölüm ithafı', 'teşekkür', 'teşekkürler', 'yorumlara cevaplar', 'soru', 'sorular', 'sözlük',
      'açıklama', 'açıklamalar', 'çeviri', 'önceki bölümde', 'geçen bölümde', 'bir önceki bölümde', 'gelecek bölümde',
      'bir sonraki bölümde', 'gelecek bölüm', 'çevirmen notu', 'çevirmenin notu', 'ç/n', 'çn', 'editör notu', 'spoiler',
      'sevgili okurlar', 'son not', 'okumadan önce',
    ],
    edit: [
      'edit', 'düzenleme', 'düzenlendi', 'düzenlenmiş', 'güncelleme', 'güncellendi', 'düzeltme', 'ek', 'yenilendi',
    ],
    weakNote: ['ps', 'dip not', 'dipnot', 'uyarı', 'dikkat', 'bu arada', 'hatırlatma', 'giriş', 'önsöz'],
    title: ['başlık', 'bölüm adı', 'bölüm başlığı', 'adı', 'hikaye adı', 'orijinal adı'],
    summary: ['özet', 'konu', 'konusu', 'tanıtım', 'açıklama', 'bölüm özeti'],
    rating: ['yaş sınırı', 'derecelendirme', 'rating', 'sınıflandırma', 'yaş'],
    warnings: [
      'uyarı', 'uyarılar', 'içerik uyarısı', 'içerik uyarıları', 'tetikleyici', 'tetikleyiciler', 'tetikleyici uyarısı',
      'tw', 'cw', 'içerir', 'bu bölüm içerir', 'dikkat',
    ],
    data: [
      'yazar', 'yazan', 'yazarlar', 'çevirmen', 'çeviren', 'çeviri', 'orijinal', 'fandom', 'kategori', 'tür', 'türü',
      'türler', 'çift', 'çiftler', 'shipler', 'ship', 'karakterler', 'ana karakterler', 'karakter', 'ilişki',
      'ilişkiler', 'kelime sayısı', 'kelime', 'uzunluk', 'bölüm sayısı', 'bölümler', 'durum', 'durumu', 'tamamlandı',
      'devam ediyor', 'yayın tarihi', 'yayınlanma', 'yayımlanma tarihi', 'başlama tarihi', 'bitiş tarihi', 'tarih',
      'son güncelleme', 'beta', 'editör', 'düzenleyen', 'tema', 'için', 'hediye', 'istek', 'zaman', 'mekan', 'mekân',
      'yer', 'şarkı', 'şarkılar', 'bölüm şarkısı', 'müzik', 'medya', 'multimedya', 'multimedia', 'görsel', 'kapak',
      'seri', 'devamı', 'etiketler', 'dil', 'kaynak', 'esinlenilen', 'fikir', 'bakış açısı', 'yorumlar', 'oy sınırı',
      'sınır', 'link',
    ],
    none: ['yok', 'hiçbiri', 'hiç', 'bulunmuyor'],
  },
  ratings: {
    names: {
      general: ['genel', 'genel izleyici', 'herkes', 'her yaş', 'g'],
      teen: ['7+', '12+', '13+', 'genç', 'gençler', 't'],
      mature: ['15+', '16+', 'olgun', 'm'],
      explicit: ['18+', '+18', 'yetişkin', 'yetişkinler', 'sadece yetişkinler'],
    },
    mature: [
      '18+', '+18', '16+', '+16', 'on sekiz yaş', '18 yaş', '18 yaş altı', 'yaşı küçük*', 'reşit olmayan*',
      'yetişkin içerik*', 'yetişkin', 'cinsel içerik*', 'cinsellik', 'cinsel sahne*', 'cinsel şiddet',
      'cinsel istismar', 'cinsel', 'seks', 'sevişme', 'erotik*', 'müstehcen*', 'porno*', 'tecavüz', 'taciz', 'ensest',
      'şiddet içer*', 'aşırı şiddet', 'smut', 'lemon', 'nsfw', 'rahatsız edici sahne*',
    ],
  },
  lines: {
    furniture: [
      'önceki', 'sonraki', 'önceki bölüm', 'sonraki bölüm', 'önceki sayfa', 'sonraki sayfa', 'ilk bölüm', 'son bölüm',
      'içindekiler', 'geri', 'yukarı', 'başa dön', 'ana sayfa', 'anasayfa', 'menü', 'devamını oku', 'okumaya devam et',
      'daha fazla', 'oy ver', 'oy verin', 'yorum yap', 'yorumlar', 'yorum yaz', 'paylaş', 'şikayet et', 'bildir',
      'takip et', 'abone ol', 'favoriler', 'favorilere ekle', 'reklam', 'giriş yap', 'kayıt ol', 'ara', 'yazdır',
      'indir', 'sayfa', 'buraya tıklayın', 'beğen', 'yanıtla',
    ],
    contents: ['içindekiler', 'bölümler', 'bölüm listesi'],
    closings: [
      'son', 'bölüm sonu', 'bölümün sonu', 'birinci bölüm sonu', 'the end', 'bitti', 'birinci kitabın sonu',
      'devam edecek', 'devam edecek…', 'devamı gelecek', 'devamı gelecek bölümde', 'devamı var', 'arkası yarın',
      'hikaye sonu', 'kitap sonu',
    ],
    pov: [
      'pov', 'ağzından', 'bakış açısı', 'bakış açısından', 'anlatımıyla', 'anlatımı', 'gözünden', 'yazar anlatımı',
      'yazarın anlatımı', 'yazar ağzından', 'yazardan', 'üçüncü şahıs', 'tanrısal bakış açısı',
    ],
    breaks: [
      'zaman atlaması', 'zaman geçişi', 'sahne değişimi', 'ara', 'flashback', 'flashback başlangıcı', 'flashback sonu',
      'flashback bitti', 'geçmiş son', 'rüya sonu', 'time skip', 'geçmişe dönüş', 'geriye dönüş sonu',
    ],
  },
  register: {
    author: [
      'okuduğunuz için teşekkür*', 'yorumlarınız için teşekkür*', 'oylarınız için', 'desteğiniz için',
      'umarım beğenirsiniz', 'umarım beğenmişsinizdir', 'umarım hoşunuza', 'umarım seversiniz', 'iyi okumalar',
      'keyifli okumalar', 'iyi okumalar dilerim', 'keyifli okumalar dilerim', 'yorum yapmayı', 'oy vermeyi',
      'vote ve yorum', 'oy ve yorum', 'oylarınızı', 'yorumlarınızı', 'yorumlarınızı bekliyorum', 'yorum ve oy',
      'vote vermeyi', 'votelemeyi', 'oylamayı unutmayın', 'yorum yapmayı unutmayın', 'unutmayın lütfen',
      'düşüncelerinizi', 'fikirlerinizi', 'bölüm hakkında', 'bölümü nasıl buldunuz', 'nasıl buldunuz', 'yazım hataları',
      'yazım yanlışları', 'yazım hatası', 'hatalarım varsa', 'bana ait değil', 'bana ait değildir', 'bana aittir',
      'tüm hakları', 'çalıntı', 'kopyalanması', 'ilk hikayem', 'ilk kitabım', 'ilk kurgum', 'kurgu tamamen',
      'hayal ürünüdür', 'fanfic*', 'bu hikaye', 'bu hikâye', 'bu bölüm', 'bu bölümde', 'bu kurgu', 'yeni bölüm',
      'yeni bölümde', 'sonraki bölüm', 'sonraki bölümde', 'gelecek bölüm', 'gelecek bölümde', 'bir sonraki bölüm',
      'bir sonraki bölümde', 'önceki bölüm', 'geçen bölüm', 'son bölüm', 'ilk bölüm', 'bölüm kısa', 'bölüm geç',
      'geciktiğim için', 'geç geldi', 'beklettiğim için', 'görüşmek üzere', 'bölümü yazarken', 'yayımlayacağım',
      'yayınlayacağım', 'okurlarım', 'okuyucularım', 'sevgili okurlar', 'hayalet okuyucu*', 'wattpad', 'ao3',
      'instagram', 'one-shot', 'sınır dol*',
    ],
    hints: [
      'bölüm', 'bölümü', 'bölümler', 'hikaye', 'hikâye', 'kitap', 'okur', 'okuyucu', 'okumak', 'yazmak', 'yazdım',
      'yazar', 'yorum', 'yorumlar', 'oy', 'vote', 'karakter', 'karakterler', 'kurgu', 'hafta', 'tatil', 'okul', 'sınav',
      'sınavlar', 'özür', 'özür dilerim', 'üzgünüm', 'teşekkürler', 'teşekkür', 'umarım', 'sizi', 'sizler',
      'sizi seviyorum', 'öpüldünüz', 'çeviri', 'finale', 'yakında',
    ],
    greetings: [
      'merhaba', 'merhabalar', 'herkese merhaba', 'selam', 'selamlar', 'selam millet', 'herkese selam', 'hey',
      'günaydın', 'iyi akşamlar', 'sevgili okurlar', 'canlarım', 'ben geldim', 'geri döndüm', 'hoş geldiniz',
      'iyi okumalar', 'keyifli okumalar', 'görüşürüz', 'görüşmek üzere', 'hoşça kalın', 'hoşçakalın',
      'kendinize iyi bakın', 'sizi seviyorum', 'seviliyorsunuz', 'öptüm', 'öpüldünüz', 'sevgiler', 'sevgilerimle',
      'teşekkürler', 'bay bay', 'baybay', 'iyi geceler', 'mutlu yıllar', 'iyi bayramlar',
    ],
    story: [
      'dedi', 'dedim', 'sordu', 'sordum', 'cevap verdi', 'yanıtladı', 'fısıldadı', 'mırıldandı', 'bağırdı', 'güldü',
      'gülümsedi', 'iç çekti', 'devam etti', 'ekledi', 'diyerek', 'diye', 'vardı', 'yoktu', 'idi', 'oldu', 'baktı',
      'baktım', 'gördü', 'gitti', 'geldi', 'girdi', 'çıktı', 'aldı', 'verdi', 'tuttu', 'açtı', 'kapattı', 'kapadı',
      'döndü', 'kalktı', 'oturdu', 'yürüdü', 'koştu', 'durdu', 'başladı', 'hissetti', 'hissettim', 'duydu', 'düşündü',
      'salladı', 'kaldırdı', 'çekti', 'onun', 'ona', 'gözleri', 'gözlerini', 'elini', 'elleri', 'kapı', 'kapıyı',
      'sesi', 'yüzü', 'yüzünü', 'başını', 'saçları', 'aniden', 'yavaşça', 'sessizce',
    ],
  },
} as const satisfies Language;
