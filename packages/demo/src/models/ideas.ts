import type { ModelField } from '@dvk/sdk/models';

/** What a model is about; a place is put behind its name. */
export interface ModelIdea {
  name: string;
  tags: readonly string[];
  problem: string;
  goal: string;
  way: string;
  output: string;
}

/** Ordinary subjects of the movement, by field; the wording is made up. */
export const modelIdeas: Readonly<Record<ModelField, readonly ModelIdea[]>> = {
  economy: [
    {
      name: 'Tổ liên kết trồng rau an toàn',
      tags: ['hợp tác xã', 'nông nghiệp'],
      problem: 'Hộ trồng rau bán lẻ, giá bấp bênh, chưa có nơi thu mua ổn định.',
      goal: 'Ký được hợp đồng thu mua cho ít nhất 80% sản lượng; thu nhập mỗi hộ tăng từ 10% trở lên.',
      way: 'Họp tổ hằng tháng, thống nhất lịch xuống giống, ghi sổ canh tác, cử người làm đầu mối bán hàng.',
      output: 'Danh sách hộ tham gia, hợp đồng thu mua, sổ ghi sản lượng và giá bán từng vụ.',
    },
    {
      name: 'Góp vốn xoay vòng giúp nhau giảm nghèo',
      tags: ['giảm nghèo'],
      problem: 'Hộ khó khăn thiếu vốn nhỏ để chăn nuôi, buôn bán.',
      goal: 'Mỗi năm giúp ít nhất 5 hộ có sinh kế, không để hộ nào tái nghèo.',
      way: 'Hội viên góp quỹ hằng tháng, bình chọn công khai hộ được vay, cử người kèm cặp cách làm ăn.',
      output: 'Sổ quỹ công khai, danh sách hộ được vay, kết quả thu nhập sau một năm.',
    },
    {
      name: 'Vận động bàn giao mặt bằng sớm',
      tags: ['giải phóng mặt bằng'],
      problem: 'Tuyến đường chậm khởi công vì một số hộ chưa đồng thuận phương án bồi thường.',
      goal: '100% hộ nhận tiền và bàn giao mặt bằng, không phải cưỡng chế.',
      way: 'Đối thoại từng nhóm hộ, giải thích giá đất và tái định cư, tổ vận động đến từng nhà ngoài giờ.',
      output: 'Biên bản đối thoại, số hộ bàn giao theo từng tuần, không có đơn vượt cấp.',
    },
    {
      name: 'Đưa hàng của hộ sản xuất lên mạng',
      tags: ['chuyển đổi số', 'hợp tác xã'],
      problem: 'Sản phẩm địa phương bán qua thương lái, hộ sản xuất chưa quen bán trực tuyến.',
      goal: '30 hộ có gian hàng trực tuyến, doanh số trực tuyến đạt 15% tổng doanh số.',
      way: 'Đoàn viên hướng dẫn chụp ảnh, viết mô tả, đóng gói, trả lời người mua.',
      output: 'Danh sách gian hàng, số đơn hàng mỗi quý, hình ảnh lớp hướng dẫn.',
    },
    {
      name: 'Cải tạo vườn tạp thành vườn cây ăn trái',
      tags: ['nông nghiệp'],
      problem: 'Đất vườn bỏ trống hoặc trồng cây giá trị thấp.',
      goal: 'Cải tạo ít nhất 10 ha vườn, giá trị trên một ha tăng gấp rưỡi sau ba năm.',
      way: 'Chọn hộ làm mẫu, mời cán bộ kỹ thuật cầm tay chỉ việc, hộ trước giúp hộ sau.',
      output: 'Diện tích đã cải tạo, sổ theo dõi cây trồng, số lượt hộ đến học.',
    },
    {
      name: 'Doanh nghiệp và công nhân cùng chia sẻ',
      tags: ['công nhân', 'doanh nghiệp'],
      problem: 'Công nhân thuê trọ xa, khó tiếp cận hàng hóa giá phù hợp.',
      goal: 'Mỗi tháng một phiên bán hàng giá ổn định, 100% khu trọ ký cam kết giữ giá.',
      way: 'Công đoàn cơ sở làm đầu mối, doanh nghiệp góp hàng, chủ nhà trọ ký cam kết.',
      output: 'Số phiên bán hàng, số khu trọ ký cam kết, ý kiến của công nhân.',
    },
  ],
  'culture-society': [
    {
      name: 'Tuyến đường hoa không rác',
      tags: ['môi trường', 'nông thôn mới'],
      problem: 'Ven đường còn điểm rác tự phát, thu gom chưa đều.',
      goal: 'Xóa toàn bộ điểm rác tự phát, 90% hộ phân loại rác tại nhà.',
      way: 'Mỗi hộ nhận chăm một đoạn, chiều thứ Bảy cùng dọn, nhắc nhau qua nhóm của tổ dân phố.',
      output: 'Chiều dài tuyến đường, ảnh trước và sau, số hộ ký cam kết.',
    },
    {
      name: 'Hiến đất mở rộng đường xóm',
      tags: ['hiến đất', 'nông thôn mới'],
      problem: 'Đường xóm hẹp, xe cứu thương và xe chữa cháy không vào được.',
      goal: 'Mở rộng ít nhất 1,2 km đường, 100% hộ dọc tuyến đồng thuận.',
      way: 'Đảng viên có đất hiến trước, họp từng cụm, niêm yết bản vẽ và danh sách hiến đất.',
      output: 'Diện tích đất hiến, chiều dài đường hoàn thành, biên bản nghiệm thu cộng đồng.',
    },
    {
      name: 'Mái ấm nghĩa tình',
      tags: ['an sinh'],
      problem: 'Một số hộ neo đơn ở nhà dột nát, không đủ sức tự sửa.',
      goal: 'Mỗi năm sửa hoặc xây ít nhất 3 căn nhà.',
      way: 'Vận động ngày công và vật liệu, thợ trong xóm góp công, công khai thu chi.',
      output: 'Số nhà hoàn thành, sổ thu chi, biên bản bàn giao.',
    },
    {
      name: 'Nhóm hỗ trợ người dân làm thủ tục trực tuyến',
      tags: ['chuyển đổi số', 'cải cách hành chính'],
      problem: 'Người lớn tuổi lúng túng khi nộp hồ sơ trực tuyến.',
      goal: '70% hồ sơ thông thường nộp trực tuyến, không để ai phải đi lại quá một lần.',
      way: 'Trực tại nhà văn hóa hai buổi tối mỗi tuần, đến tận nhà người khó đi lại.',
      output: 'Số lượt hướng dẫn, tỷ lệ hồ sơ trực tuyến theo quý, ý kiến người dân.',
    },
    {
      name: 'Tiếng loa học bài',
      tags: ['khuyến học'],
      problem: 'Trẻ em chơi điện thoại khuya, bỏ bài.',
      goal: '100% gia đình có con đi học cam kết giờ học buổi tối.',
      way: 'Phát hiệu giờ học, dòng họ và khu dân cư nhắc nhau, tổ chức góc học tập chung.',
      output: 'Số gia đình cam kết, kết quả học tập cuối kỳ.',
    },
    {
      name: 'Câu lạc bộ gìn giữ nghề và hát dân ca',
      tags: ['văn hóa', 'dân tộc'],
      problem: 'Nghề truyền thống và các làn điệu cũ ít người trẻ biết.',
      goal: 'Duy trì một lớp mỗi tháng, ít nhất 20 người trẻ tham gia.',
      way: 'Người cao tuổi truyền nghề, đoàn viên ghi hình, biểu diễn vào ngày hội.',
      output: 'Danh sách học viên, số buổi sinh hoạt, tư liệu đã ghi.',
    },
    {
      name: 'Cưới văn minh, tang tiết kiệm',
      tags: ['nếp sống'],
      problem: 'Đám cưới kéo dài, tiếng loa ảnh hưởng hàng xóm.',
      goal: '100% đám cưới, đám tang thực hiện đúng quy ước.',
      way: 'Bàn thống nhất quy ước, tổ hòa giải đến từng nhà trước ngày tổ chức.',
      output: 'Quy ước được thông qua, số đám thực hiện đúng.',
    },
  ],
  'defence-security': [
    {
      name: 'Camera an ninh do dân góp',
      tags: ['an ninh trật tự'],
      problem: 'Trộm cắp vặt xảy ra ban đêm ở các ngõ vắng.',
      goal: 'Phủ camera các lối vào, giảm một nửa số vụ trộm cắp.',
      way: 'Bàn công khai vị trí lắp, góp kinh phí, thống nhất người được xem hình.',
      output: 'Số camera, quy chế sử dụng, số vụ việc theo quý.',
    },
    {
      name: 'Tổ liên gia an toàn phòng cháy',
      tags: ['phòng cháy chữa cháy'],
      problem: 'Nhà liền kề, kết hợp kinh doanh, ngõ nhỏ khó chữa cháy.',
      goal: '100% hộ có bình chữa cháy và lối thoát thứ hai.',
      way: 'Mười hộ một tổ, lắp chuông báo chung, tập xử lý tình huống mỗi quý.',
      output: 'Số tổ, số buổi tập, biên bản kiểm tra an toàn.',
    },
    {
      name: 'Giúp người lầm lỡ hòa nhập',
      tags: ['hòa nhập cộng đồng'],
      problem: 'Người chấp hành xong án phạt khó tìm việc, mặc cảm.',
      goal: '100% người trở về được phân công giúp đỡ, không tái phạm.',
      way: 'Phân công từng hội viên kèm một người, giới thiệu việc làm, bảo lãnh vay vốn nhỏ.',
      output: 'Sổ theo dõi giúp đỡ, số người có việc làm.',
    },
    {
      name: 'Dòng họ không có người vi phạm pháp luật',
      tags: ['an ninh trật tự'],
      problem: 'Còn thanh niên vi phạm giao thông, đánh nhau.',
      goal: 'Cả năm không có người trong dòng họ vi phạm bị xử lý.',
      way: 'Trưởng họ nhắc trong ngày giỗ, gia đình ký cam kết, gặp riêng người có biểu hiện.',
      output: 'Bản cam kết, số buổi nhắc nhở, kết quả cuối năm.',
    },
    {
      name: 'Đường biên em chăm',
      tags: ['biên giới'],
      problem: 'Đoạn đường tuần tra cây cỏ mọc che mốc.',
      goal: 'Phát quang, giữ sạch toàn tuyến, mỗi tháng một lần.',
      way: 'Đoàn viên và dân quân cùng làm, kết hợp tuyên truyền cho các hộ gần biên.',
      output: 'Chiều dài tuyến, số lượt tham gia, hình ảnh từng tháng.',
    },
  ],
  'political-system': [
    {
      name: 'Sinh hoạt chi bộ gắn một việc cụ thể',
      tags: ['chi bộ'],
      problem: 'Sinh hoạt chi bộ còn chung chung, ít bàn việc sát dân.',
      goal: 'Mỗi quý giải quyết dứt điểm một việc người dân nêu.',
      way: 'Chọn việc qua góp ý của dân, phân công đảng viên, báo cáo kết quả ở kỳ sau.',
      output: 'Danh mục việc, kết quả từng quý, ý kiến người dân.',
    },
    {
      name: 'Ngày không hẹn trả lại hồ sơ',
      tags: ['cải cách hành chính'],
      problem: 'Người dân phải bổ sung hồ sơ nhiều lần.',
      goal: 'Tỷ lệ hồ sơ đúng hạn từ 99%, không yêu cầu bổ sung quá một lần.',
      way: 'Kiểm tra đủ giấy tờ ngay khi nhận, hướng dẫn bằng phiếu một lần, xin lỗi khi chậm.',
      output: 'Số hồ sơ theo tháng, số phiếu xin lỗi, mức hài lòng.',
    },
    {
      name: 'Đối thoại định kỳ với Nhân dân',
      tags: ['đối thoại', 'dân chủ cơ sở'],
      problem: 'Ý kiến của dân tới lãnh đạo chậm, trả lời chưa công khai.',
      goal: 'Mỗi năm ít nhất hai cuộc, 100% ý kiến được trả lời công khai.',
      way: 'Thông báo trước bảy ngày, ghi biên bản, niêm yết kết luận, theo dõi từng việc.',
      output: 'Biên bản, bảng theo dõi ý kiến, tỷ lệ giải quyết.',
    },
    {
      name: 'Cán bộ gần dân, mỗi tuần một buổi tại khu phố',
      tags: ['dân vận chính quyền'],
      problem: 'Người đi làm không đến trụ sở được trong giờ hành chính.',
      goal: 'Mỗi khu phố có lịch tiếp dân ngoài giờ hằng tuần.',
      way: 'Công bố lịch, cử công chức trực, nhận hồ sơ và trả kết quả tại chỗ.',
      output: 'Số buổi, số lượt người, số việc giải quyết tại chỗ.',
    },
    {
      name: 'Góp ý bằng mã vuông tại nơi công cộng',
      tags: ['chuyển đổi số', 'dân chủ cơ sở'],
      problem: 'Hòm thư góp ý ít người dùng.',
      goal: '100% góp ý được trả lời trong 10 ngày làm việc.',
      way: 'Dán mã tại chợ, trạm y tế, trường học; mỗi tuần tổng hợp và trả lời công khai.',
      output: 'Số góp ý, tỷ lệ trả lời đúng hạn, việc đã sửa.',
    },
  ],
};
