import type { HelpText } from './help-text.ts';

/** The help in Vietnamese. */
export const vietnamese: HelpText = {
  about:
    'dvk-server là máy chủ của Dân vận khéo: lưu mô hình, kết quả chấm điểm và phản ánh của người dân, trả lời các tiện ích trên trang của cổng.',
  usage: 'dvk-server <lệnh> [tùy chọn]',
  howToSet:
    'Thiết lập bằng biến môi trường, hoặc bằng tệp dvk.env mà lệnh init ghi ra. Trong ngoặc vuông là giá trị khi không đặt biến. Chạy thử trên máy của mình thì không cần đặt biến nào.',
  headings: {
    usage: 'Cách dùng',
    commands: 'Các lệnh',
    options: 'Tùy chọn',
    settings: 'Thiết lập',
    examples: 'Ví dụ',
  },
  commands: {
    init: 'Thiết lập một máy mới, bắt đầu từ thư mục trống: hỏi (hoặc nhận từ tùy chọn, biến môi trường) tỉnh, cơ quan, cơ sở dữ liệu, dịch vụ đăng nhập, thư, người quản trị đầu tiên; tạo khóa, ghi tệp thiết lập dvk.env, tạo cơ sở dữ liệu, kiểm tra như "doctor" và cho biết lệnh tiếp theo. Chạy lại bao nhiêu lần cũng được: cái gì đã có thì giữ nguyên, còn thiếu mới làm.',
    serve:
      'Chạy máy chủ cho đến khi được lệnh dừng (Ctrl-C hoặc SIGTERM). Nếu phiên bản mới cần, lệnh này cập nhật cơ sở dữ liệu trước. Đây là lệnh dùng hằng ngày, cho dịch vụ hoặc container.',
    work: 'Chạy các việc nền – dọn dẹp, gửi đi – và không trả lời yêu cầu nào, cho đến khi được bảo dừng. Dùng cho máy chủ đặt DVK_WORK=apart, với cùng thiết lập và cùng cơ sở dữ liệu PostgreSQL; có thể chạy nhiều tiến trình. Không dùng lệnh này thì mỗi lệnh "serve" tự làm các việc đó.',
    migrate:
      'Cập nhật cơ sở dữ liệu cho phiên bản này rồi kết thúc. Dùng khi nâng cấp theo hai bước: cơ sở dữ liệu trước, máy chủ sau.',
    'audit verify':
      'Kiểm tra xem có gì trong cơ sở dữ liệu bị sửa, xóa hoặc thêm mà không qua máy chủ này. Nên chạy hằng ngày (với cơ sở dữ liệu nhúng thì dừng máy chủ trước). Có sai lệch thì nêu rõ và kết thúc với mã 1.',
    'audit anchor':
      'In một dòng làm bằng chứng cho mọi việc đã xảy ra đến lúc này. Hãy giữ ở nơi người quản lý máy này không sửa được; sau này "audit verify --anchor <tệp>" đối chiếu cơ sở dữ liệu với nó.',
    'audit seal':
      'Chấp nhận dữ liệu như hiện có. Chỉ dùng sau khi có người sửa trực tiếp trong cơ sở dữ liệu vì lý do chính đáng: việc đó được ghi lại.',
    backup:
      'Ghi tất cả – cơ sở dữ liệu và các tệp tải lên, tại cùng một thời điểm – vào một tệp mã hóa: "backup --to <tệp>". Với PostgreSQL, máy chủ vẫn chạy; cơ sở dữ liệu nhúng chỉ mở cho một tiến trình, nên hãy dừng máy chủ trước. Khóa bí mật không nằm trong đó: hãy giữ một bản sao của khóa ở nơi khác.',
    restore:
      'Khôi phục một bản sao lưu vào cơ sở dữ liệu và kho tệp mới, còn trống: "restore --from <tệp>". Hoặc được tất cả, hoặc không ghi gì; từng bảng được đối chiếu sau khi ghi. Bản sao lưu từ loại cơ sở dữ liệu nào cũng được, nên đây cũng là cách chuyển từ cơ sở dữ liệu nhúng sang PostgreSQL.',
    doctor:
      'Cho biết bằng lời dễ hiểu cài đặt này sai ở đâu: cơ sở dữ liệu, khóa bí mật, đồng hồ, đĩa, kho tệp, đăng nhập, proxy, múi giờ, việc nền, lịch làm việc. Không thay đổi gì. Có phần không chạy được thì kết thúc với mã 1 (với cơ sở dữ liệu nhúng thì dừng máy chủ trước).',
    'auth explain':
      'Đọc một token từ đầu vào chuẩn và cho biết máy chủ hiểu gì: nơi phát hành, dành cho ai, thời hạn, vai trò, đơn vị, và vì sao bị từ chối. Token không được in ra.',
    openapi: 'In bản mô tả API (OpenAPI 3.1), dành cho lập trình viên.',
  },
  options: {
    '--anchor <tệp>': 'Đi với "audit verify": đối chiếu thêm với bằng chứng mà lệnh "audit anchor" đã in trước đó.',
    '--to <tệp>': 'Đi với backup: tệp sẽ ghi. Không bao giờ ghi đè tệp đã có.',
    '--from <tệp>': 'Đi với restore: bản sao lưu.',
    '--check': 'Đi với restore: chỉ đọc hết bản sao lưu và cho biết có còn nguyên vẹn không.',
    '--lang <vi|en>':
      'Ngôn ngữ của phần trợ giúp và của những gì các lệnh cho biết; không đặt thì theo LANG: tiếng Việt nếu LANG là vi, nếu không thì tiếng Anh.',
    '--config <tệp>': 'Tệp thiết lập. [dvk.env của thư mục đang đứng, nếu có]; biến môi trường cùng tên được ưu tiên.',
    '--province <tên> …':
      'Đi với init, mỗi tùy chọn một câu trả lời: --province, --office, --hotline, --tenant, --database <embedded|postgres://…>, --public-url, --issuer, --client-id, --client-secret-file, --storage <dir|s3>, --s3-endpoint, --s3-bucket, --s3-access-key-id, --mail <none|smtp://…>, --mail-from, --mail-user, --mail-password-file, --admin-name, --admin. Các biến dưới đây cho cùng câu trả lời, và cả mật khẩu: DVK_CLIENT_SECRET, DVK_MAIL_PASSWORD.',
    '-h, --help': 'In phần trợ giúp này.',
  },
  settings: [
    {
      title: 'Chỉ lệnh init đọc: ai là quản trị đầu tiên',
      variables: {
        DVK_ADMIN: 'Người đó đăng nhập bằng gì: email đã xác minh, hoặc mã người dùng (sub) ở dịch vụ đăng nhập.',
        DVK_ADMIN_NAME: 'Họ và tên.',
      },
    },
    {
      title: 'Địa chỉ của máy chủ',
      variables: {
        PORT: 'Cổng mạng. [8080]',
        HOST: 'Địa chỉ lắng nghe; 0.0.0.0 là mọi địa chỉ của máy này. [127.0.0.1: chỉ máy này]',
        DVK_ORIGINS:
          'Địa chỉ các cổng ở máy khác mà trang của chúng được gọi API, cách nhau bằng dấu phẩy, hoặc *. [không có]',
        DVK_PAGES:
          'Thư mục trang được phục vụ cùng API, khi chưa có cổng: dist/cdn của gói @dvk/elements. [không có; init tự tìm]',
        DVK_TRUSTED_PROXIES:
          'Số proxy đứng trước: máy chủ tin từng ấy proxy khi chúng cho biết ai đang gọi (X-Forwarded-For). [0]',
        DVK_DRAIN:
          'Số giây từ lúc nhận SIGTERM đến lúc đóng: /readyz trả lời 503 nhưng yêu cầu vẫn được phục vụ, để proxy kịp chuyển sang máy chủ khác. [5 khi có DATABASE_URL, nếu không thì 0]',
      },
    },
    {
      title: 'Dữ liệu và khóa',
      variables: {
        DATABASE_URL: 'Cơ sở dữ liệu PostgreSQL, postgres://… [cơ sở dữ liệu nhúng trong DVK_DATA]',
        DVK_DATA: 'Thư mục của cơ sở dữ liệu nhúng và các tệp tải lên. [.data]',
        DVK_SECRET_KEY:
          'Khóa bí mật, ít nhất 32 ký tự ngẫu nhiên. Ai có khóa thì đọc được thông tin liên hệ, mất khóa thì không ai đọc được: hãy giữ một bản sao tách khỏi dữ liệu.',
        DVK_SECRET_KEY_FILE:
          'Tệp chứa khóa bí mật. Có DATABASE_URL thì cần biến này hoặc DVK_SECRET_KEY. [lần chạy đầu tạo ra cạnh DVK_DATA: .data.secret-key]',
        DVK_ANCHOR_DIR:
          'Thư mục giữ bằng chứng mỗi đêm cho mọi việc đã xảy ra (xem "audit anchor"), tốt nhất là nơi máy này chỉ ghi thêm được. [không giữ]',
        DVK_TEMPLATE_DIR:
          'Thư mục chứa mẫu văn bản của cơ quan, sửa bằng Word: case-reply.docx, case-receipt.docx… [mẫu có sẵn]',
      },
    },
    {
      title: 'Máy chủ phục vụ ai',
      variables: {
        DVK_TENANT: 'Tên ngắn của tỉnh hoặc đảng bộ, nằm trong mọi bản ghi: không bao giờ đổi. [default]',
        DVK_PROVINCE: 'Mã tỉnh, hai chữ số, ví dụ 01; địa điểm ở tỉnh khác bị từ chối. [nhận mọi tỉnh]',
        DVK_OFFICE_NAME: 'Tên cơ quan tiếp nhận phản ánh, ghi trên phiếu và mẫu gửi. [Bộ phận tiếp nhận]',
        DVK_OFFICE_HOTLINE: 'Số điện thoại của cơ quan đó, cho người dân gọi. [không có]',
      },
    },
    {
      title: 'Đăng nhập: một dịch vụ đăng nhập (OpenID Connect) cho biết ai là ai',
      variables: {
        DVK_ISSUER: 'Dịch vụ đăng nhập: tên của nó trong token (iss), là địa chỉ https. [mọi người đều ẩn danh]',
        DVK_AUDIENCE: 'Tên của API này trong token (aud), khi trang hoặc cổng gửi token.',
        DVK_JWKS_URL: 'Địa chỉ các khóa công khai của nó, nếu nó không tự công bố (discovery). [tự công bố]',
        DVK_ROLE_NAMES:
          'Tên vai trò của cổng và của máy chủ: của-cổng=của-máy-chủ, cách nhau bằng dấu phẩy. Tên không có trong danh sách thì không cho vai trò nào. Của máy chủ: citizen, unit-officer, unit-leader, appraiser, secretariat, inspector, administrator. [ai đăng nhập cũng là người dân]',
        DVK_ROLES_CLAIM: 'Chỗ ghi vai trò trong token; dấu chấm dẫn vào đối tượng: realm_access.roles. [roles]',
        DVK_UNIT_CLAIM: 'Chỗ ghi mã đơn vị của người dùng trong token. [unit_id]',
        DVK_IDENTIFIER_CLAIM: 'Chỗ ghi mã dùng để mời người trong danh sách, nếu không mời bằng email: mã cán bộ.',
        DVK_TENANT_CLAIM: 'Chỗ ghi tỉnh hoặc đảng bộ của người dùng trong token. [tenant]',
        DVK_CLOCK_SKEW: 'Đồng hồ của dịch vụ đó được lệch bao nhiêu giây, nhiều nhất 300. [30]',
        DVK_ISSUERS_FILE:
          'Tệp JSON liệt kê các dịch vụ đăng nhập khác, mỗi dịch vụ cho ai đăng nhập: cán bộ qua dịch vụ này, người dân qua dịch vụ kia. [không có]',
      },
    },
    {
      title: 'Đăng nhập qua máy chủ này: cho cổng không có token; trình duyệt nhận một cookie',
      variables: {
        DVK_PUBLIC_URL:
          'Địa chỉ https mà trình duyệt dùng để tới máy chủ này: phần đứng trước /v1 và /auth. Bắt buộc cho mục này.',
        DVK_CLIENT_ID: 'Tên của máy chủ này ở dịch vụ đăng nhập DVK_ISSUER. [chỉ nhận token]',
        DVK_CLIENT_SECRET: 'Mật khẩu của nó ở đó. [không có: client công khai]',
        DVK_CLIENT_SECRET_FILE: 'Hoặc tệp chứa mật khẩu đó.',
        DVK_CLIENT_SCOPE: 'Những gì hỏi dịch vụ đăng nhập. [openid profile email]',
        DVK_ISSUER_LABEL: 'Tên gọi của tài khoản này, khi có nhiều loại để chọn. [tên máy của dịch vụ]',
        DVK_SESSION_IDLE: 'Số phút không có yêu cầu nào thì phải đăng nhập lại. [60]',
        DVK_SESSION_LIFETIME: 'Số phút sau đó dù thế nào cũng phải đăng nhập lại. [720]',
        DVK_RECENT_SIGN_IN:
          'Số phút sau đó phải đăng nhập lại khi làm việc quan trọng: giao vai trò, cấp khóa, đổi thiết lập. [15]',
      },
    },
    {
      title: 'Việc nền',
      variables: {
        DVK_WORK: 'Khi có DATABASE_URL: here, hoặc apart nếu "dvk-server work" làm thay. [here: serve tự làm]',
      },
    },
    {
      title: 'Email: báo kết quả cho người dân và việc cho cán bộ; cần DVK_PUBLIC_URL cho liên kết ngừng nhận thư',
      variables: {
        DVK_MAIL_SERVER:
          'Máy chủ gửi thư: smtp://máy:cổng, hoặc smtps://máy:cổng nếu mã hóa ngay từ đầu. [không gửi thư]',
        DVK_MAIL_USER: 'Tên đăng nhập máy chủ thư. [không đăng nhập]',
        DVK_MAIL_PASSWORD: 'Mật khẩu của tên đó.',
        DVK_MAIL_PASSWORD_FILE: 'Hoặc tệp chứa mật khẩu đó.',
        DVK_MAIL_FROM: 'Người gửi: địa chỉ, hoặc tên kèm địa chỉ: Bộ phận thường trực <dvk@tinh.example>.',
        DVK_MAIL_PORTAL: 'Trang của cổng mà thư dẫn tới. [không dẫn]',
        DVK_MAIL_DKIM_SELECTOR: 'Tên khóa DKIM của miền gửi; thư được ký bằng khóa đó. [không ký]',
        DVK_MAIL_DKIM_KEY_FILE: 'Tệp chứa khóa bí mật DKIM (PEM).',
      },
    },
    {
      title: 'Webhook: báo việc vừa xảy ra cho hệ thống khác',
      variables: {
        DVK_WEBHOOK_HOSTS:
          'Máy trong mạng nội bộ được phép nhận, cách nhau bằng dấu phẩy. [chỉ địa chỉ Internet, https]',
      },
    },
    {
      title: 'Tệp tải lên',
      variables: {
        DVK_STORAGE: 'Nơi giữ tệp: dir (một thư mục) hoặc s3 (một dịch vụ S3). [dir]',
        DVK_STORAGE_DIR: 'Với dir: thư mục. [files trong DVK_DATA]',
        DVK_S3_ENDPOINT: 'Với s3: địa chỉ dịch vụ, không gồm bucket.',
        DVK_S3_BUCKET: 'Với s3: tên bucket.',
        DVK_S3_ACCESS_KEY_ID: 'Với s3: khóa truy cập.',
        DVK_S3_SECRET_ACCESS_KEY: 'Với s3: mật khẩu của khóa truy cập.',
        DVK_S3_REGION: 'Với s3: vùng của bucket. [us-east-1]',
        DVK_S3_PREFIX: 'Với s3: phần đặt trước tên mỗi tệp. [không có]',
        DVK_UPLOADS_CALLER: 'Số MiB tệp mỗi ngày từ một địa chỉ khách hoặc một người dân. [256]',
        DVK_UPLOADS_TENANT: 'Số MiB tệp mỗi ngày từ tất cả khách và người dân cộng lại. [4096]',
      },
    },
    {
      title: 'Theo dõi máy chủ',
      variables: {
        DVK_LOG_LEVEL: 'Ghi nhật ký đến mức nào: trace, debug, info, warn, error hoặc silent. [info]',
        DVK_METRICS_TOKEN: 'Token để đọc /metrics (Prometheus). [không có /metrics]',
      },
    },
    {
      title: 'Sao lưu',
      variables: {
        DVK_BACKUP_PASSPHRASE: 'Mật khẩu để mã hóa và mở bản sao lưu, ít nhất 12 ký tự.',
        DVK_BACKUP_PASSPHRASE_FILE: 'Tệp chứa mật khẩu đó.',
        DVK_BACKUP_RECIPIENTS:
          'Thay cho mật khẩu: các khóa công khai của age (age1…), cách nhau bằng dấu phẩy. Khi đó máy này không đọc được bản sao lưu của chính nó.',
        DVK_BACKUP_IDENTITY_FILE: 'Để khôi phục bản sao lưu dùng khóa công khai: tệp chứa khóa bí mật của age.',
      },
    },
  ],
  examples: [
    {
      title: 'Một máy mới, trong thư mục trống:',
      lines: ['dvk-server init', 'dvk-server serve'],
    },
    { title: 'Chạy thử trên máy này; dữ liệu nằm trong .data:', lines: ['dvk-server serve'] },
    {
      title: 'Cấp tỉnh, với PostgreSQL:',
      lines: [
        'export DATABASE_URL=postgres://dvk@db.internal/dvk',
        'export DVK_SECRET_KEY_FILE=/etc/dvk/secret-key',
        'dvk-server serve',
      ],
    },
    {
      title: 'Mỗi đêm: kiểm tra dữ liệu và giữ bằng chứng ở nơi khác:',
      lines: ['dvk-server audit verify && dvk-server audit anchor > /mnt/noi-khac/anchor-$(date +%F).json'],
    },
    {
      title: 'Mỗi đêm: sao lưu sang ổ đĩa khác, rồi kiểm tra ngay:',
      lines: [
        'export DVK_BACKUP_PASSPHRASE_FILE=/etc/dvk/backup-passphrase',
        'f=/mnt/elsewhere/dvk-$(date +%F).age',
        'dvk-server backup --to $f && dvk-server restore --check --from $f',
      ],
    },
  ],
  more: 'Kết thúc với mã 0 khi mọi việc ổn, 1 khi có điều sai, 2 khi không hiểu lệnh hoặc tùy chọn.',
};
