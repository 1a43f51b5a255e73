/* Mã của cổng mẫu, viết theo lối cũ: một hàm tự chạy, không mô-đun, không thư viện. Không dùng innerHTML. */
(function () {
  'use strict';
  var root = document.documentElement;

  function byId(id) {
    return document.getElementById(id);
  }

  function store(name, value) {
    try {
      if (value === undefined) return localStorage.getItem(name);
      localStorage.setItem(name, value);
    } catch {
      // Không có bộ nhớ (chế độ riêng tư): nút bấm vẫn dùng được trong trang này.
    }
    return null;
  }

  /* Cỡ chữ: đổi cỡ chữ gốc, mọi thứ đo bằng rem đổi theo. */
  var size = Number(store('portal-font') || 0);
  function applySize() {
    for (var step = -1; step <= 3; step += 1) root.classList.toggle('font-step-' + step, step === size);
    byId('font-minus').disabled = size <= -1;
    byId('font-plus').disabled = size >= 3;
    store('portal-font', String(size));
  }
  byId('font-minus').addEventListener('click', function () {
    size = Math.max(-1, size - 1);
    applySize();
  });
  byId('font-plus').addEventListener('click', function () {
    size = Math.min(3, size + 1);
    applySize();
  });
  applySize();

  /* Tương phản cao: nền đen, chữ sáng. */
  function applyContrast(on) {
    root.classList.toggle('high-contrast', on);
    byId('contrast').setAttribute('aria-pressed', String(on));
  }
  byId('contrast').addEventListener('click', function () {
    var on = !root.classList.contains('high-contrast');
    applyContrast(on);
    store('portal-contrast', on ? '1' : '0');
  });
  var chosen = store('portal-contrast');
  applyContrast(chosen ? chosen === '1' : matchMedia('(prefers-contrast: more)').matches);

  byId('nav-toggle').addEventListener('click', function () {
    var open = byId('mainnav').classList.toggle('open');
    this.setAttribute('aria-expanded', String(open));
  });

  /* Tiện ích nhờ cổng cho đăng nhập: đưa người dùng tới ô đăng nhập. */
  document.addEventListener('dvk-sign-in', function () {
    var field = byId('sign-in-role') || byId('sign-out');
    byId('sign-in').scrollIntoView({ block: 'center' });
    if (field) field.focus({ preventScroll: true });
  });

  /* Bấm một thông báo, hay “Mở hồ sơ” trong nhật ký, thì đi tới trang có hồ sơ đó. */
  document.addEventListener('dvk-navigate', function (event) {
    if (!event.area || !event.target.closest('dvk-notices, dvk-audit')) return;
    var pages = {
      cases: '/ban-xu-ly#case-desk=',
      models: '/dang-ky-mo-hinh#',
      assessments: '/cham-diem#scorecard=',
      people: '/nguoi-dung#people=',
      units: '/don-vi#units=',
    };
    var page = pages[event.area];
    if (page) location.assign(page + event.recordId);
    // Kết quả kiểm tra nhật ký đứng ngay đầu trang.
    if (event.area === 'audit') location.assign('/nhat-ky');
  });

  /* Nhiệm vụ của kế hoạch, lấy từ API. */
  var plan = byId('plan');
  if (!plan) return;

  function cell(row, label, text, kind) {
    var made = document.createElement(kind || 'td');
    made.setAttribute('data-label', label);
    made.textContent = text;
    row.appendChild(made);
    return made;
  }

  function showDate(date) {
    var parts = (date || '').split('-');
    return parts.length === 3 ? parts[2] + '/' + parts[1] + '/' + parts[0] : 'Hằng năm';
  }

  function showPlan(found) {
    byId('plan-motto').textContent = found.motto || found.title;
    byId('plan-title').textContent = found.title;
    var body = byId('plan-tasks').tBodies[0];
    found.tasks.forEach(function (task) {
      var row = document.createElement('tr');
      cell(row, 'Mục', task.section).className = 'nowrap';
      cell(row, 'Nhiệm vụ', task.title);
      cell(row, 'Đơn vị thực hiện', task.owner);
      cell(row, 'Thời hạn', showDate(task.dueOn)).className = 'nowrap';
      body.appendChild(row);
    });
    byId('plan-tasks').hidden = false;
  }

  fetch(plan.getAttribute('data-source'))
    .then(function (response) {
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    })
    .then(function (page) {
      if (page.items.length > 0) showPlan(page.items[0]);
      else byId('plan-title').textContent = 'Chưa có kế hoạch nào được đăng.';
    })
    .catch(function () {
      byId('plan-title').textContent = 'Chưa tải được kế hoạch. Mời quý vị tải lại trang.';
    });
})();
