/** Texts of the registration as long as there is no form, and of what was done. */
export const modelRegistration = {
  title: 'Đăng ký mô hình, điển hình “Dân vận khéo”',
  correct: 'Sửa đăng ký mô hình, điển hình',
  signInFirst: 'Đăng nhập để đăng ký mô hình.',
  notAllowed:
    'Tài khoản này không có quyền đăng ký mô hình. Việc này dành cho cán bộ, lãnh đạo đơn vị và bộ phận thường trực.',
  changed: 'Người khác vừa sửa đăng ký này. Nội dung quý vị nhập vẫn còn ở dưới.',
  takeNew: 'Tải bản mới, giữ các ô đã sửa',
  newVersionTaken: 'Đã tải bản mới; các ô quý vị đã sửa được giữ nguyên.',
  done: { registered: 'Đã nhận đăng ký', corrected: 'Đã lưu thay đổi', resubmitted: 'Đã gửi lại đăng ký' },
};
