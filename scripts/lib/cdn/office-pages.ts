/**
 * Pages with every widget, for an installation that has no portal yet: a plain frame, in Vietnamese, that signs people in through
 * the server on the same host. A folder published at another address than `/` works as well; the API is at `/v1/`.
 */
interface OfficePage {
  /** The file's name without its end. */
  name: string;
  title: string;
  widget: string;
  /** Whether the address says what is open. */
  hasAddress?: boolean;
  attributes?: string;
}

const officePages: readonly OfficePage[] = [
  {
    name: 'gui-phan-anh',
    title: 'Gửi phản ánh, kiến nghị',
    widget: 'case-form',
    attributes: ' tracker-url="tra-cuu.html"',
  },
  { name: 'tra-cuu', title: 'Tra cứu phản ánh, kiến nghị', widget: 'complaint-tracker' },
  { name: 'ban-xu-ly', title: 'Tiếp nhận, xử lý', widget: 'case-desk', hasAddress: true },
  {
    name: 'dang-ky-mo-hinh',
    title: 'Đăng ký mô hình, điển hình',
    widget: 'model-registration',
    attributes: ' scorecard-url="cham-diem.html"',
  },
  { name: 'cham-diem', title: 'Tự chấm điểm và thẩm định', widget: 'scorecard', hasAddress: true },
  { name: 'bo-tieu-chi', title: 'Bộ tiêu chí, thang điểm', widget: 'rubrics', hasAddress: true },
  { name: 'don-vi', title: 'Cơ quan, đơn vị, tổ chức', widget: 'units', hasAddress: true },
  { name: 'nguoi-dung', title: 'Người dùng và vai trò', widget: 'people', hasAddress: true },
  { name: 'thiet-lap', title: 'Thiết lập', widget: 'settings', hasAddress: true },
];

const home = { name: 'index', title: 'Dân vận khéo' };

interface Frame {
  name: string;
  title: string;
  /** From this page to the folder of the files, and to that of the pages. */
  files: string;
  pages: string;
  head: string;
  content: string;
}

function frame({ name, title, files, pages, head, content }: Frame): string {
  const links = officePages.map((each) => {
    const current = each.name === name ? ' aria-current="page"' : '';
    return `<li><a href="${pages}${each.name}.html"${current}>${each.title}</a></li>`;
  });
  return `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${files}office.css" />
    ${head}
    <script type="module" src="${files}office.js"></script>
  </head>
  <body>
    <a class="skip" href="#content">Đến nội dung chính</a>
    <header>
      <div>
        <p><a href="${files}index.html"><strong>Dân vận khéo</strong></a></p>
        <div class="who">
          <span id="name"></span>
          <button type="button" id="sign-in">Đăng nhập</button>
          <form id="sign-out" method="post" hidden><button>Đăng xuất</button></form>
        </div>
      </div>
      <div>
        <nav aria-label="Các trang">
          <ul>
            ${links.join('\n            ')}
          </ul>
        </nav>
      </div>
    </header>
    <main id="content" tabindex="-1">
      ${content}
    </main>
  </body>
</html>
`;
}

/** The pages by the names of their files. */
export function buildOfficePages(): Record<string, string> {
  const pages = officePages.map(({ name, title, widget, hasAddress, attributes = '' }) => {
    const tag = `dvk-${widget}`;
    const head = [
      '<link rel="stylesheet" href="../reserve.css" />',
      '<link rel="stylesheet" href="../paper.css" />',
      `<script type="module" src="../${tag}.js"></script>`,
    ].join('\n    ');
    const content = `<h1 class="unseen">${title}</h1>
      <${tag} base-url="/"${hasAddress ? ' sync-url="hash"' : ''}${attributes}>
        <p>Trang đang mở. Nếu sau ít phút vẫn chưa hiện, vui lòng tải lại trang.</p>
      </${tag}>`;
    return [`trang/${name}.html`, frame({ name, title, files: '../', pages: '', head, content })] as const;
  });
  const content = `<h1>${home.title}</h1>
      <p>
        Người dân gửi phản ánh, kiến nghị và theo dõi kết quả không cần đăng nhập. Cán bộ, quản trị hệ thống đăng nhập
        bằng tài khoản của cơ quan.
      </p>`;
  return {
    'index.html': frame({ ...home, files: '', pages: 'trang/', head: '', content }),
    ...Object.fromEntries(pages),
  };
}
