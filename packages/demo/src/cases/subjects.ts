import type { CaseTopic } from '@dvk/sdk/cases';

/** One matter a citizen may write about, with what is answered in the end. `{nơi}` stands for a place. */
export interface CaseSubject {
  title: string;
  content: string;
  answer: string;
  /** Code of the office that handles it; the commune's committee without it. */
  office?: string;
}

/** Ordinary matters by topic; the wording is made up. */
export const caseSubjects: Readonly<Record<CaseTopic, readonly CaseSubject[]>> = {
  'urban-order': [
    {
      title: 'Họp chợ tự phát trên lòng đường tại {nơi}',
      content: 'Buổi sáng người bán hàng ngồi kín hai bên đường tại {nơi}, xe không tránh nhau được.',
      answer: 'Đơn vị đã bố trí chỗ trong chợ cho 14 hộ, cử người trực đầu giờ sáng trong một tháng.',
    },
    {
      title: 'Biển quảng cáo che khuất tầm nhìn tại {nơi}',
      content: 'Biển quảng cáo đặt sát góc giao tại {nơi} che khuất xe từ hướng phụ, đã có va chạm nhẹ.',
      answer: 'Chủ biển đã tháo dỡ sau khi được vận động; góc giao được lắp thêm gương cầu.',
    },
    {
      title: 'Tụ tập đua xe ban đêm tại {nơi}',
      content: 'Tối thứ Sáu và thứ Bảy thanh niên tụ tập nẹt pô, chạy nhanh tại {nơi}.',
      answer: 'Công an địa phương đã tuần tra, nhắc nhở và xử lý một số trường hợp; sẽ duy trì trong hai tháng.',
    },
    {
      title: 'Lấn chiếm vỉa hè để bán hàng tại {nơi}',
      content:
        'Từ 16 giờ hằng ngày, nhiều bàn ghế bày kín vỉa hè tại {nơi}, người đi bộ phải xuống lòng đường. Đề nghị kiểm tra, nhắc nhở.',
      answer:
        'Đơn vị đã kiểm tra, nhắc nhở các hộ và kẻ vạch phần vỉa hè dành cho người đi bộ. Tổ trật tự sẽ kiểm tra lại hằng tuần.',
    },
    {
      title: 'Xe đỗ dưới lòng đường gây cản trở tại {nơi}',
      content: 'Ô tô đỗ hai bên đường tại {nơi} suốt buổi sáng, xe buýt và xe đưa đón học sinh không qua được.',
      answer: 'Đơn vị đã lắp biển cấm đỗ theo giờ và phối hợp xử lý các xe vi phạm trong tuần qua.',
    },
    {
      title: 'Hát loa kẹo kéo quá giờ tại {nơi}',
      content: 'Nhóm hát loa di động tại {nơi} thường kéo dài sau 22 giờ, người già và trẻ nhỏ không ngủ được.',
      answer: 'Đơn vị đã làm việc với chủ hộ, lập cam kết không gây ồn sau 22 giờ; số điện thoại trực đã niêm yết.',
    },
    {
      title: 'Đổ vật liệu xây dựng ra đường tại {nơi}',
      content: 'Công trình nhà ở tại {nơi} đổ cát đá chiếm nửa đường, trời mưa trôi xuống cống.',
      answer: 'Chủ công trình đã dọn vật liệu, che chắn lại và nộp phạt theo quy định.',
      office: 'SXD',
    },
  ],
  environment: [
    {
      title: 'Cây xanh ngã chắn lối đi tại {nơi}',
      content: 'Sau trận gió tối qua, một cây lớn tại {nơi} ngã ngang đường, xe máy phải dắt bộ qua.',
      answer: 'Đã cưa dọn trong buổi sáng và kiểm tra các cây còn lại trên tuyến trước mùa mưa.',
    },
    {
      title: 'Mùi hôi từ cơ sở chế biến tại {nơi}',
      content: 'Khoảng 20 đến 22 giờ có mùi hôi rất nặng từ cơ sở chế biến tại {nơi}, nhà phải đóng kín cửa.',
      answer: 'Đoàn kiểm tra ghi nhận hệ thống khử mùi hỏng; cơ sở đã tạm dừng công đoạn này để sửa.',
      office: 'SNNMT',
    },
    {
      title: 'Rác tồn đọng nhiều ngày tại {nơi}',
      content: 'Điểm tập kết rác tại {nơi} ba ngày chưa được thu gom, bốc mùi, ruồi nhiều.',
      answer: 'Đơn vị đã yêu cầu thu gom ngay trong ngày và tăng lên hai chuyến mỗi ngày vào cuối tuần.',
    },
    {
      title: 'Nước thải chăn nuôi chảy ra kênh tại {nơi}',
      content: 'Nước thải từ khu chăn nuôi chảy ra kênh tại {nơi}, nước đen và hôi vào buổi chiều.',
      answer:
        'Đoàn kiểm tra đã lấy mẫu, yêu cầu hộ chăn nuôi sửa hầm chứa trong 15 ngày; kết quả mẫu sẽ được niêm yết.',
      office: 'SNNMT',
    },
    {
      title: 'Đốt rác tự phát tại {nơi}',
      content: 'Buổi tối có người đốt rác nhựa ở bãi trống tại {nơi}, khói bay vào khu dân cư.',
      answer: 'Khu phố đã rào bãi trống, đặt thùng chứa và phân công người nhắc nhở.',
    },
  ],
  infrastructure: [
    {
      title: 'Cầu nhỏ xuống cấp tại {nơi}',
      content: 'Lan can cầu tại {nơi} gãy một đoạn, mặt cầu có vết nứt, học sinh qua lại hằng ngày.',
      answer: 'Đã lắp lan can tạm, cắm biển hạn chế tải trọng; việc sửa cầu đã có trong kế hoạch năm.',
      office: 'SXD',
    },
    {
      title: 'Ổ gà sâu trên đường tại {nơi}',
      content: 'Mặt đường tại {nơi} có nhiều ổ gà, trời mưa ngập không thấy hố, đã có người ngã xe.',
      answer: 'Đã vá tạm trong ngày và đưa vào kế hoạch thảm lại mặt đường trong quý tới.',
      office: 'SXD',
    },
    {
      title: 'Ngập sau mưa tại {nơi}',
      content: 'Mưa khoảng 30 phút là đường tại {nơi} ngập, nước rút chậm, cống có thể bị tắc.',
      answer: 'Đã nạo vét đoạn cống bị tắc, thay hai nắp hố ga; đơn vị theo dõi thêm sau các trận mưa tới.',
    },
    {
      title: 'Đèn đường hỏng tại {nơi}',
      content: 'Đèn đường tại {nơi} không sáng khoảng một tuần nay, buổi tối đi lại rất nguy hiểm.',
      answer: 'Đã thay bóng và sửa tủ điều khiển; đèn sáng lại từ tối hôm kiểm tra.',
    },
    {
      title: 'Nắp cống bị vỡ tại {nơi}',
      content: 'Nắp cống trước cổng trường tại {nơi} bị vỡ, người dân phải cắm cành cây để báo.',
      answer: 'Đã thay nắp mới và kiểm tra các nắp còn lại trên tuyến.',
    },
  ],
  telecom: [
    {
      title: 'Dây cáp viễn thông sà xuống đường tại {nơi}',
      content: 'Bó cáp tại {nơi} võng thấp ngang đầu người, xe tải đi qua dễ vướng.',
      answer: 'Các nhà mạng đã căng lại cáp và cắt bỏ cáp không còn dùng.',
      office: 'SKHCN',
    },
    {
      title: 'Sóng điện thoại yếu tại {nơi}',
      content: 'Trong khu dân cư tại {nơi} gọi điện thường bị ngắt, học sinh học trực tuyến khó.',
      answer: 'Nhà mạng đã đo kiểm, điều chỉnh trạm gần nhất; vị trí trạm mới đang lấy ý kiến người dân.',
      office: 'SKHCN',
    },
  ],
  'public-utilities': [
    {
      title: 'Nước máy chảy yếu vào giờ cao điểm tại {nơi}',
      content: 'Từ 17 đến 20 giờ nước máy tại {nơi} chảy rất yếu, tầng hai không có nước.',
      answer: 'Công ty đã điều chỉnh áp lực và sẽ thay đoạn ống nhỏ trong tháng tới; lịch cắt nước được báo trước.',
      office: 'CTN',
    },
    {
      title: 'Cắt điện không báo trước tại {nơi}',
      content: 'Trong tháng có ba lần mất điện tại {nơi} mà không có thông báo.',
      answer:
        'Hai lần do sự cố, một lần báo trước qua tin nhắn nhưng thiếu số liên hệ; điện lực đã cập nhật danh sách.',
      office: 'DL',
    },
    {
      title: 'Ghế đá, đồ tập trong công viên hỏng tại {nơi}',
      content: 'Nhiều ghế đá và thiết bị tập tại công viên {nơi} bị gãy, trẻ em chơi không an toàn.',
      answer: 'Đã tháo thiết bị hỏng, thay mới trong đợt bảo trì cuối tháng.',
    },
  ],
  tourism: [
    {
      title: 'Chèo kéo khách tại {nơi}',
      content: 'Khách đến tham quan tại {nơi} bị chèo kéo mua hàng, giá không niêm yết.',
      answer: 'Đã kiểm tra, yêu cầu niêm yết giá và bố trí người trực đường dây nóng dịp cuối tuần.',
      office: 'SVHTTDL',
    },
    {
      title: 'Thiếu biển chỉ dẫn tại {nơi}',
      content: 'Đường vào điểm tham quan tại {nơi} không có biển chỉ dẫn, khách hay đi nhầm vào khu dân cư.',
      answer: 'Đã lắp bốn biển chỉ dẫn và bổ sung vị trí trên bản đồ trực tuyến.',
      office: 'SVHTTDL',
    },
  ],
  'administrative-procedure': [
    {
      title: 'Hồ sơ đất đai quá hẹn chưa có kết quả tại {nơi}',
      content: 'Hồ sơ nộp tại {nơi} đã quá ngày hẹn, hỏi thì được trả lời là chờ. Đề nghị cho biết khi nào có kết quả.',
      answer: 'Hồ sơ chậm do phải đo đạc lại ranh. Đơn vị xin lỗi và đã trả kết quả; phiếu xin lỗi gửi kèm.',
      office: 'TTPVHCC',
    },
    {
      title: 'Đề nghị có quầy hướng dẫn nộp hồ sơ trực tuyến tại {nơi}',
      content: 'Người lớn tuổi đến {nơi} không biết thao tác, phải nhờ dịch vụ bên ngoài tốn tiền.',
      answer: 'Đã bố trí hai đoàn viên trực hướng dẫn miễn phí vào buổi sáng các ngày làm việc.',
      office: 'TTPVHCC',
    },
  ],
  other: [
    {
      title: 'Chó thả rông tại {nơi}',
      content: 'Nhiều chó thả rông không rọ mõm tại {nơi}, trẻ em đi học bị đuổi.',
      answer: 'Đã nhắc nhở các hộ nuôi, tổ chức tiêm phòng và công bố số điện thoại tiếp nhận.',
    },
    {
      title: 'Đề nghị thêm vạch sang đường trước trường học tại {nơi}',
      content: 'Giờ tan học rất đông, phụ huynh và học sinh khó sang đường tại {nơi}.',
      answer: 'Đã kẻ vạch, lắp biển hạn chế tốc độ và cử người hướng dẫn giờ tan học.',
    },
    {
      title: 'Góp ý về giờ mở cửa nhà văn hóa tại {nơi}',
      content: 'Nhà văn hóa tại {nơi} đóng cửa buổi tối nên người đi làm không dùng được.',
      answer: 'Từ tháng này nhà văn hóa mở thêm buổi tối thứ Ba, thứ Năm và thứ Bảy.',
    },
  ],
};

/** Reasons for which a report is not taken up. */
export const refusals: readonly string[] = [
  'Nội dung chưa nêu rõ địa điểm nên chưa thể kiểm tra; mời quý vị gửi lại kèm vị trí cụ thể.',
  'Nội dung trùng với một phản ánh đang được xử lý.',
  'Nội dung là khiếu nại, được xem xét theo trình tự riêng; quý vị vui lòng gửi đơn đến cơ quan có thẩm quyền.',
  'Nội dung không thuộc phạm vi tiếp nhận của hệ thống.',
];

/** Reasons for which a term is extended. */
export const extensionReasons: readonly string[] = [
  'Cần phối hợp nhiều đơn vị để xác minh.',
  'Chờ kết quả đo đạc, lấy mẫu.',
  'Chờ vật tư để sửa chữa.',
];

export const reopeningReasons: readonly string[] = [
  'Tình trạng vẫn tiếp diễn sau khi trả lời.',
  'Câu trả lời chưa đúng vị trí tôi phản ánh.',
];
