import type { Language } from './language.js';

/** Vietnamese, with the customs of Wattpad and translated novels. */
// biome-ignore format: word lists are read and compared in lines, not one word at a time
export const vietnamese = {
  tag: 'vi',
  name: 'Vietnamese',
  heading: {
    chapter: ['chương', 'hồi', 'chap', 'chapter', 'tập'],
    part: ['phần', 'quyển', 'tập truyện', 'cuốn', 'mùa', 'phần truyện'],
    kinds: {
      prologue: ['mở đầu', 'lời mở đầu', 'giới thiệu', 'khúc dạo đầu', 'tiết tử', 'tự chương', 'dẫn nhập', 'prologue'],
      interlude: [
        'ngoại truyện', 'phiên ngoại', 'ngoại chương', 'chương phụ', 'đặc biệt', 'chương đặc biệt', 'bonus', 'extra',
        'khúc giữa',
      ],
      flashback: ['hồi tưởng', 'hồi ức'],
      epilogue: ['kết', 'lời kết', 'vĩ thanh', 'hồi kết', 'chương kết', 'đoạn kết', 'epilogue'],
      'one-shot': ['one-shot', 'truyện ngắn', 'đoản văn', 'đoản', 'drabble'],
    },
    numberMarks: ['số', 'thứ'],
    of: ['trên'],
    small: ['và', 'của', 'trong', 'cho', 'với', 'hay', 'hoặc', 'những', 'các'],
    around: [{ before: 'đệ', chapter: ['chương'] }],
  },
  numbers: {
    library: 'vi-VN',
    words: { nhất: 1, nhì: 2, tư: 4, 'thứ tư': 4, 'thứ nhì': 2, lăm: 5, 'đầu tiên': 1 },
  },
  labels: {
    note: [
      'lời tác giả', 'tác giả có lời muốn nói', 'tác giả có lời', 'tác giả có điều muốn nói', 'lời của tác giả',
      'đôi lời của tác giả', 'đôi lời tác giả', 'lời nhắn của tác giả', 'ghi chú của tác giả', 'ghi chú tác giả',
      'tác giả', 'ghi chú', 'chú thích', 'lưu ý', 'lưu ý quan trọng', 'thông báo', 'thông báo quan trọng', 'quan trọng',
      'tuyên bố', 'từ chối trách nhiệm', 'miễn trừ trách nhiệm', 'bản quyền', 'lời tựa', 'lời nói đầu', 'lời bạt',
      'lời cảm ơn', 'cảm ơn', 'đề tặng', 'dành tặng', 'lời đề tặng', 'trả lời bình luận', 'câu hỏi', 'giải thích',
      'từ vựng', 'ở chương trước', 'chương trước', 'tóm tắt chương trước', 'chương sau', 'lời người dịch',
      'ghi chú của người dịch', 'người dịch', 'lời editor', 'lời của editor', 'đôi lời của editor',
    ],
    edit: ['chỉnh sửa', 'đã chỉnh sửa', 'cập nhật', 'đã sửa', 'sửa lại', 'bổ sung'],
    weakNote: ['tái bút', 'nhân tiện', 'nhắc nhở', 'mở đầu'],
    title: ['tiêu đề', 'tên', 'tên chương', 'tên truyện', 'tựa đề', 'tựa gốc', 'tên gốc'],
    summary: ['tóm tắt', 'giới thiệu', 'văn án', 'mô tả', 'nội dung', 'tóm tắt chương'],
    rating: ['xếp hạng', 'phân loại', 'độ tuổi', 'giới hạn độ tuổi', 'mức độ'],
    warnings: ['cảnh báo', 'cảnh báo nội dung', 'chú ý', 'có chứa', 'chương này có'],
    data: [
      'người viết', 'viết bởi', 'dịch giả', 'dịch', 'dịch bởi', 'biên tập', 'chuyển ngữ', 'nguồn', 'nguồn raw',
      'bản gốc', 'link gốc', 'thể loại', 'loại', 'danh mục', 'cặp đôi', 'ghép cặp', 'nhân vật', 'nhân vật chính',
      'nhân vật phụ', 'phối hợp diễn', 'quan hệ', 'số từ', 'số chữ', 'độ dài', 'số chương', 'tình trạng', 'trạng thái',
      'hoàn thành', 'đang tiến hành', 'tình trạng bản gốc', 'tình trạng edit', 'ngày đăng', 'ngày', 'đăng ngày',
      'cập nhật lần cuối', 'thử thách', 'chủ đề', 'dành cho', 'tặng', 'quà cho', 'bối cảnh', 'thời gian', 'địa điểm',
      'bài hát', 'nhạc', 'nhạc nền', 'ảnh', 'hình ảnh', 'bìa', 'phần tiếp', 'thẻ', 'ngôn ngữ', 'cảm hứng từ', 'ý tưởng',
      'góc nhìn', 'ngôi kể', 'bình luận',
    ],
    none: ['không', 'không có', 'không có gì', 'không có cảnh báo'],
  },
  ratings: {
    names: {
      general: ['mọi lứa tuổi', 'mọi độ tuổi'],
      teen: ['thanh thiếu niên'],
      mature: ['trưởng thành'],
      explicit: ['người lớn'],
    },
    mature: [
      'người lớn', 'dưới 18', 'trên 18', 'vị thành niên', 'trẻ em không', 'nội dung người lớn', 'cảnh nóng', 'cảnh h',
      'có h', 'h văn', 'h tục', 'cao h', 'cảnh giường chiếu', 'tình dục', 'quan hệ tình dục', 'bạo lực tình dục',
      'khiêu dâm', 'sắc tình', 'hiếp dâm', 'cưỡng hiếp', 'cưỡng bức', 'loạn luân', 'máu me', 'bạo lực mạnh',
    ],
  },
  lines: {
    furniture: [
      'trước', 'sau', 'tiếp', 'chương trước', 'chương sau', 'chương tiếp', 'chương tiếp theo', 'chương kế',
      'trang trước', 'trang sau', 'trang kế', 'mục lục', 'danh sách chương', 'quay lại', 'về đầu trang',
      'lên đầu trang', 'trang chủ', 'đọc tiếp', 'xem thêm', 'bình chọn', 'bình luận', 'viết bình luận',
      'để lại bình luận', 'chia sẻ', 'báo cáo', 'báo lỗi', 'theo dõi', 'yêu thích', 'quảng cáo', 'đăng nhập', 'đăng ký',
      'tìm kiếm', 'tải xuống', 'trang', 'thích', 'trả lời',
    ],
    contents: ['mục lục', 'danh sách chương'],
    closings: [
      'hết', 'hết chương', 'kết thúc', 'hoàn', 'toàn văn hoàn', 'hoàn chính văn', 'hết truyện', 'hết phần', 'còn tiếp',
      'còn tiếp…', 'còn nữa', 'hết chương 1',
    ],
    pov: ['góc nhìn', 'ngôi thứ ba', 'ngôi thứ nhất', 'lời kể'],
    breaks: [
      'chuyển cảnh', 'đổi cảnh', 'nhảy thời gian', 'phân cách', 'đường phân cách', 'ngắt dòng', 'hồi tưởng',
      'bắt đầu hồi tưởng', 'kết thúc hồi tưởng', 'hết hồi tưởng', 'dải phân cách',
    ],
  },
  register: {
    author: [
      'cảm ơn đã đọc', 'cảm ơn vì đã đọc', 'cảm ơn các bạn đã', 'cảm ơn mọi người đã', 'cám ơn mọi người đã',
      'cám ơn các bạn đã', 'hy vọng các bạn thích', 'hi vọng các bạn thích', 'hy vọng mọi người thích',
      'hi vọng mọi người thích', 'chúc mọi người đọc', 'chúc các bạn đọc', 'đọc truyện vui vẻ', 'đọc vui vẻ',
      'nhớ vote', 'nhớ để lại', 'đừng quên vote', 'vote và', 'vote cho', 'cho mình xin', 'để lại bình luận',
      'để lại comment', 'để lại vote', 'bình luận bên dưới', 'comment', 'không thuộc về tôi', 'không thuộc về mình',
      'không thuộc quyền sở hữu', 'thuộc về tác giả', 'vui lòng không', 'không reup', 'đừng reup', 'reup',
      'không mang đi', 'không sao chép', 'lỗi chính tả', 'chưa beta', 'truyện đầu tay', 'lần đầu viết', 'fic đầu tay',
      'fanfic*', 'fic này', 'truyện này', 'chương này', 'trong chương này', 'chap này', 'chap sau', 'chap mới',
      'chap trước', 'chương mới', 'chương sau', 'chương tiếp theo', 'xin lỗi vì đã', 'xin lỗi vì ra chap', 'ra chap',
      'ra chương', 'đăng chương', 'đăng truyện', 'lịch đăng', 'hẹn gặp lại', 'gặp lại các bạn', 'độc giả', 'readers',
      'reader', 'oneshot', 'editor', 'tác giả có lời', 'nguyên tác', 'đồng nhân', 'bình chọn và bình luận',
      'cho mình ý kiến', 'để lại cmt', 'để lại một vote', 'đừng quên bình luận', 'mong mọi người ủng hộ',
      'mong các bạn ủng hộ', 'mong các bạn thích', 'mong mọi người thích', 'các bạn thấy thế nào', 'chúc đọc vui',
      'xin lỗi vì sự chậm trễ', 'chap tiếp theo', 'chương cuối', 'chap cuối', 'lịch ra', 'đã beta', 'fic đầu tiên',
      'nhân vật không thuộc', 'nhân vật thuộc về', 'không re-up', 'chuyển ver', 'đã có sự cho phép', 'bản dịch đã có',
      'chưa có sự đồng ý', 'vừa đọc vừa nghe', 'tặng cho các bạn', 'hẹn gặp ở chương',
    ],
    hints: [
      'chương', 'truyện', 'đọc', 'viết', 'tác giả', 'bình luận', 'góp ý', 'nhận xét', 'ý kiến', 'nhân vật',
      'cốt truyện', 'tiếp', 'tuần', 'nghỉ', 'thi', 'học', 'xin lỗi', 'hy vọng', 'hi vọng', 'bản dịch', 'mong mọi người',
      'mong các bạn', 'chương trước', 'ủng hộ', 'cảnh báo', 'ooc', 'nghe nhạc', 'quà sinh nhật', 'dành tặng',
      'tạm ngưng',
    ],
    greetings: [
      'xin chào', 'chào mọi người', 'chào các bạn', 'hello mọi người', 'hi mọi người', 'chào', 'chào buổi sáng',
      'mình đã trở lại', 'tớ đã trở lại', 'chúc mọi người đọc truyện vui vẻ', 'gặp lại sau', 'tạm biệt',
      'yêu mọi người', 'yêu các bạn', 'thân ái', 'cảm ơn', 'cảm ơn mọi người', 'cám ơn', 'chúc ngủ ngon',
      'chúc mừng năm mới', 'giáng sinh vui vẻ', 'hế lô', 'mình quay lại rồi', 'các bạn đọc giả', 'các độc giả',
      'chúc các bạn', 'chúc mọi người', 'bái bai', 'cuối tuần vui vẻ',
    ],
    story: [
      'nói', 'hỏi', 'đáp', 'trả lời', 'thì thầm', 'lẩm bẩm', 'hét', 'kêu', 'gọi', 'cười', 'mỉm cười', 'thở dài',
      'gật đầu', 'lắc đầu', 'nhìn', 'nhìn thấy', 'bước', 'đi', 'đứng', 'ngồi', 'nằm', 'chạy', 'cầm', 'nắm', 'mở',
      'đóng', 'quay', 'cảm thấy', 'nghe', 'nghĩ', 'hắn', 'nàng', 'chàng', 'cô ấy', 'anh ấy', 'gã', 'đôi mắt', 'bàn tay',
      'giọng', 'khuôn mặt', 'mái tóc', 'cánh cửa', 'đột nhiên', 'chậm rãi', 'khẽ',
    ],
    address: ['mình', 'tôi', 'tớ', 'mọi người', 'các bạn', 'bạn', 'chúng mình'],
  },
} as const satisfies Language;
