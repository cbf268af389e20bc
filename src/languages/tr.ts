import type { Language } from './language.js';

/** Turkish, with the customs of Wattpad: `5. Bölüm`. */
// biome-ignore format: word lists are read and compared in lines, not one word at a time
export const turkish = {
  tag: 'tr',
  name: 'Turkish',
  heading: {
    chapter: ['bölüm', 'böl', 'fasıl', 'episode'],
    part: ['kısım', 'kitap', 'cilt', 'perde', 'sezon', 'parça', 'seri'],
    kinds: {
      prologue: ['prolog', 'giriş', 'ön söz', 'başlangıç', 'tanıtım'],
      interlude: [
        'ara bölüm', 'ara', 'interlude', 'bonus', 'bonus bölüm', 'özel bölüm', 'ekstra bölüm', 'ekstra', 'ara sahne',
        'silinmiş sahne',
      ],
      flashback: ['geçmiş', 'geriye dönüş', 'anı'],
      epilogue: ['epilog', 'son söz'],
      'one-shot': ['tek bölümlük', 'tek bölüm', 'one-shot', 'kısa hikaye'],
    },
    numberMarks: ['numara'],
    small: ['ile', 'veya', 'ya', 'mu', 'için', 'gibi', 'ama', 'bir', 'bu'],
    around: [{ before: '', chapter: ['bölüm', 'bolum'], part: ['kısım', 'kitap', 'cilt', 'perde', 'sezon'] }],
  },
  numbers: {
    library: 'tr-TR',
    words: {
      ilk: 1, 'on ikinci': 12, 'on dördüncü': 14, 'on altıncı': 16, 'on yedinci': 17, yirminci: 20, 'yirmi ikinci': 22,
      'yirmi dördüncü': 24, 'yirmi altıncı': 26, 'yirmi yedinci': 27, ellinci: 50,
    },
  },
  labels: {
    note: [
      'yazar notu', 'yazarın notu', 'yazardan', 'yazardan not', 'yazardan notlar', 'yazar', 'notlar', 'bölüm notu',
      'bölüm sonu notu', 'önemli', 'önemli not', 'önemli duyuru', 'duyuru', 'duyurular', 'bilgilendirme',
      'sorumluluk reddi', 'feragatname', 'telif hakkı', 'telif hakları', 'ithaf', 'ithaf edilmiştir', 'bu bölüm ithafı',
      'bölüm ithafı', 'teşekkür', 'teşekkürler', 'yorumlara cevaplar', 'soru', 'sorular', 'sözlük', 'açıklama',
      'açıklamalar', 'çeviri', 'önceki bölümde', 'geçen bölümde', 'bir önceki bölümde', 'gelecek bölümde',
      'bir sonraki bölümde', 'gelecek bölüm', 'çevirmen notu', 'çevirmenin notu', 'ç/n', 'çn', 'editör notu',
      'sevgili okurlar', 'son not', 'okumadan önce',
    ],
    edit: ['düzenleme', 'düzenlendi', 'düzenlenmiş', 'güncelleme', 'güncellendi', 'düzeltme', 'ek', 'yenilendi'],
    weakNote: ['dip not', 'dipnot', 'bu arada', 'hatırlatma', 'giriş', 'önsöz'],
    title: ['başlık', 'bölüm adı', 'bölüm başlığı', 'adı', 'hikaye adı', 'orijinal adı'],
    summary: ['özet', 'konu', 'konusu', 'tanıtım', 'bölüm özeti'],
    rating: ['yaş sınırı', 'derecelendirme', 'sınıflandırma', 'yaş'],
    warnings: [
      'uyarı', 'uyarılar', 'içerik uyarısı', 'içerik uyarıları', 'tetikleyici', 'tetikleyiciler', 'tetikleyici uyarısı',
      'içerir', 'bu bölüm içerir', 'dikkat',
    ],
    data: [
      'yazan', 'yazarlar', 'çevirmen', 'çeviren', 'orijinal', 'tür', 'türü', 'türler', 'çift', 'çiftler', 'shipler',
      'karakterler', 'ana karakterler', 'karakter', 'ilişki', 'ilişkiler', 'kelime sayısı', 'kelime', 'uzunluk',
      'bölüm sayısı', 'bölümler', 'durum', 'durumu', 'tamamlandı', 'devam ediyor', 'yayın tarihi', 'yayınlanma',
      'yayımlanma tarihi', 'başlama tarihi', 'bitiş tarihi', 'tarih', 'son güncelleme', 'editör', 'düzenleyen', 'için',
      'hediye', 'istek', 'zaman', 'mekan', 'mekân', 'yer', 'şarkı', 'şarkılar', 'bölüm şarkısı', 'müzik', 'medya',
      'multimedya', 'görsel', 'kapak', 'seri', 'devamı', 'etiketler', 'dil', 'kaynak', 'esinlenilen', 'fikir',
      'bakış açısı', 'yorumlar', 'oy sınırı', 'sınır',
    ],
    none: ['yok', 'hiçbiri', 'hiç', 'bulunmuyor'],
  },
  ratings: {
    names: {
      general: ['genel', 'genel izleyici', 'herkes', 'her yaş'],
      teen: ['7+', 'genç', 'gençler'],
      mature: ['olgun'],
      explicit: ['yetişkin', 'yetişkinler', 'sadece yetişkinler'],
    },
    mature: [
      'on sekiz yaş', '18 yaş', '18 yaş altı', 'yaşı küçük*', 'reşit olmayan*', 'yetişkin içerik*', 'yetişkin',
      'cinsel içerik*', 'cinsellik', 'cinsel sahne*', 'cinsel şiddet', 'cinsel istismar', 'cinsel', 'sevişme',
      'müstehcen*', 'tecavüz', 'taciz', 'ensest', 'şiddet içer*', 'aşırı şiddet', 'rahatsız edici sahne*',
    ],
  },
  lines: {
    furniture: [
      'önceki', 'sonraki', 'önceki bölüm', 'sonraki bölüm', 'önceki sayfa', 'sonraki sayfa', 'ilk bölüm', 'son bölüm',
      'içindekiler', 'geri', 'yukarı', 'başa dön', 'ana sayfa', 'anasayfa', 'devamını oku', 'okumaya devam et',
      'daha fazla', 'oy ver', 'oy verin', 'yorum yap', 'yorumlar', 'yorum yaz', 'paylaş', 'şikayet et', 'bildir',
      'takip et', 'abone ol', 'favoriler', 'favorilere ekle', 'giriş yap', 'kayıt ol', 'ara', 'yazdır', 'indir',
      'sayfa', 'buraya tıklayın', 'beğen', 'yanıtla',
    ],
    contents: ['içindekiler', 'bölümler', 'bölüm listesi'],
    closings: [
      'son', 'bölüm sonu', 'bölümün sonu', 'birinci bölüm sonu', 'bitti', 'birinci kitabın sonu', 'devam edecek',
      'devam edecek…', 'devamı gelecek', 'devamı gelecek bölümde', 'devamı var', 'arkası yarın', 'hikaye sonu',
      'kitap sonu',
    ],
    pov: [
      'ağzından', 'bakış açısı', 'bakış açısından', 'anlatımıyla', 'anlatımı', 'gözünden', 'yazardan', 'üçüncü şahıs',
    ],
    breaks: [
      'zaman atlaması', 'zaman geçişi', 'sahne değişimi', 'ara', 'flashback başlangıcı', 'flashback sonu',
      'flashback bitti', 'geçmiş son', 'rüya sonu', 'geçmişe dönüş', 'geriye dönüş sonu',
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
      'yayınlayacağım', 'okurlarım', 'okuyucularım', 'sevgili okurlar', 'hayalet okuyucu*', 'instagram', 'sınır dol*',
      'okuyan herkese teşekkür*', 'oy ve yorum*', 'oy verip yorum*', 'oylarınız ve yorumlarınız', 'beğenmeyi unutmayın',
      'yıldıza basmayı', 'yıldıza basın', 'sınır geçilmeden', 'oy sınırı', 'yorum sınırı', 'yorumlarda buluşalım',
      'yorumlara yazın', 'yorumlarda belirtin', 'bölüm nasıldı', 'geç kaldığım için özür dilerim bölüm',
      'geciken bölüm', 'bölüm geciktiği', 'kısa bir bölüm', 'kısa bölüm', 'geçiş bölümü', 'bölüm cuma', 'bölüm haftaya',
      'bölümler her', 'yazım hataları*', 'yazım yanlışları*', 'düzenlenmedi', 'düzenlenmemiştir', 'sınav haftası',
      'ilk fic*', 'ficim', 'karakterler bana ait', 'yetişkin içerik', '+18 içerik', 'rahatsız edici içerik',
      'bölüm şarkısı', 'şarkıyı açın', 'şarkı eşliğinde', 'medyadaki şarkı', 'çeviri izni', 'çevirisidir',
      'ithaf edilmiştir', 'takip etmeyi', 'sizce ne olacak',
    ],
    hints: [
      'bölüm', 'bölümü', 'bölümler', 'hikaye', 'hikâye', 'kitap', 'okur', 'okuyucu', 'okumak', 'yazmak', 'yazdım',
      'yazar', 'yorum', 'yorumlar', 'oy', 'karakter', 'karakterler', 'kurgu', 'hafta', 'tatil', 'okul', 'sınav',
      'sınavlar', 'özür', 'özür dilerim', 'üzgünüm', 'teşekkür', 'sizler', 'çeviri', 'finale', 'yakında',
      'beğendiniz mi', 'kısa oldu', 'sınavlarım', 'ara veriyorum', 'bana ait değil*', 'medyada', 'ithafen',
    ],
    greetings: [
      'merhaba', 'merhabalar', 'herkese merhaba', 'selam', 'selamlar', 'selam millet', 'herkese selam', 'hey',
      'günaydın', 'iyi akşamlar', 'canlarım', 'ben geldim', 'geri döndüm', 'hoş geldiniz', 'görüşürüz', 'hoşça kalın',
      'hoşçakalın', 'kendinize iyi bakın', 'sizi seviyorum', 'seviliyorsunuz', 'öptüm', 'öpüldünüz', 'sevgiler',
      'sevgilerimle', 'teşekkürler', 'bay bay', 'baybay', 'iyi geceler', 'mutlu yıllar', 'iyi bayramlar', 'ballarım',
      'güzellerim', 'sevgili okuyucular', 'kocaman öpüyorum', 'sevgilerle', 'iyi haftalar',
    ],
    story: [
      'dedi', 'dedim', 'sordu', 'sordum', 'cevap verdi', 'yanıtladı', 'fısıldadı', 'mırıldandı', 'bağırdı', 'güldü',
      'gülümsedi', 'iç çekti', 'devam etti', 'ekledi', 'diyerek', 'diye', 'vardı', 'yoktu', 'idi', 'oldu', 'baktı',
      'baktım', 'gördü', 'gitti', 'geldi', 'girdi', 'çıktı', 'aldı', 'verdi', 'tuttu', 'açtı', 'kapattı', 'kapadı',
      'döndü', 'kalktı', 'oturdu', 'yürüdü', 'koştu', 'durdu', 'başladı', 'hissetti', 'hissettim', 'duydu', 'düşündü',
      'salladı', 'kaldırdı', 'çekti', 'onun', 'ona', 'gözleri', 'gözlerini', 'elini', 'elleri', 'kapı', 'kapıyı',
      'sesi', 'yüzü', 'yüzünü', 'başını', 'saçları', 'aniden', 'yavaşça', 'sessizce',
    ],
    address: [
      'ben', 'beni', 'bana', 'benim', 'biz', 'bize', 'siz', 'sizi', 'size', 'sizin', 'sizler*', 'sen', 'umarım',
    ],
  },
} as const satisfies Language;
