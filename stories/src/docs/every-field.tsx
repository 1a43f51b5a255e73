/** What holds for every field, so that it is written once. */
import type { ReactElement } from 'react';
import { Say } from './blocks.tsx';

export function EveryField(): ReactElement {
  return (
    <>
      <h2 id="every-field">Như mọi ô nhập</h2>
      <Say good="Số điện thoại" bad="Số điện thoại (*):">
        Nhãn là danh từ ngắn hoặc một câu hỏi; không dấu sao, không dấu hai chấm.
      </Say>
      <Say good="Nhập nội dung" bad="Nhập chuyện gì đang xảy ra?">
        Nhãn là câu hỏi (“Chuyện gì đang xảy ra?”) thì đặt <code>short-name</code>, để câu báo lỗi gọn.
      </Say>
      <Say good="Gõ có dấu hay không dấu, tên cũ cũng được." bad="Nhập xã/phường…">
        Gợi ý nói cách trả lời, đứng trên ô và luôn nhìn thấy; không giấu trong chữ mờ của ô.
      </Say>
      <ul>
        <li>
          Nhãn nối với ô bằng <code>label for</code>; gợi ý và lỗi bằng <code>aria-describedby</code>. Thiếu{' '}
          <code>label</code> thì ô lấy tên từ <code>{'<label for>'}</code> của trang.
        </li>
        <li>
          Lỗi hiện sau khi người dùng sửa rồi rời ô, hoặc sau khi bấm gửi; ô có <code>aria-invalid</code>. Lỗi mất ngay
          khi giá trị đúng.
        </li>
        <li>
          <code>reveal()</code> đưa ô vào giữa màn hình rồi mới đặt tiêu điểm, không bị đầu trang cố định che.
        </li>
        <li>Ô cao 48 px, 40 px ở mật độ gọn; viền tương phản ít nhất 3:1.</li>
      </ul>
    </>
  );
}
