import type { LegalBasis } from '../law/index.ts';
import type { PlaceChange } from './types.ts';

/** The first day of the two-tier system; the data has nothing older than the day before. */
export const twoTierFrom = '2025-07-01';

/** What the 34 provinces and 3,321 communes rest on. */
export const placesBases: LegalBasis[] = [
  {
    number: '202/2025/QH15',
    title: 'Nghị quyết về việc sắp xếp đơn vị hành chính cấp tỉnh',
    issuer: 'Quốc hội',
    from: twoTierFrom,
    url: 'https://baochinhphu.vn/nghi-quyet-cua-quoc-hoi-ve-sap-xep-don-vi-hanh-chinh-cap-tinh-102250612191145158.htm',
    confidence: 'secondary',
  },
  {
    number: '19/2025/QĐ-TTg',
    title: 'Quyết định ban hành Bảng danh mục và mã số các đơn vị hành chính Việt Nam',
    issuer: 'Thủ tướng Chính phủ',
    date: '2025-06-30',
    from: twoTierFrom,
    url: 'https://www.nso.gov.vn/default/2025/07/quyet-dinh-ban-hanh-bang-danh-muc-va-ma-so-cac-don-vi-hanh-chinh-viet-nam/',
    confidence: 'secondary',
  },
];

const unread = 'Số hiệu, ngày và danh sách lấy từ nguồn thứ cấp; cần đối chiếu với văn bản gốc.';

function promoted(codes: string, was: 'commune' | 'province', basis: LegalBasis & { from: string }): PlaceChange[] {
  const is = was === 'commune' ? 'ward' : 'city';
  return codes.split(' ').map((code) => ({ code, from: basis.from, was, is, basis }));
}

/**
 * What changed after 1/7/2025: three tỉnh became thành phố, 22 xã became phường; no code and no boundary moved. A later
 * resolution is one more entry here.
 */
export const placeChanges: PlaceChange[] = [
  // Lộc Ninh, Tân Khai, Đồng Phú, Tân Phú, Trị An, Trảng Bom, Dầu Giây, Long Thành, Xuân Lộc, Nhơn Trạch
  ...promoted('25270 25357 25363 26116 26170 26248 26326 26368 26425 26485', 'commune', {
    number: '237/NQ-UBTVQH16',
    title: 'Nghị quyết về việc thành lập 10 phường thuộc tỉnh Đồng Nai',
    issuer: 'Ủy ban Thường vụ Quốc hội',
    date: '2026-04-14',
    from: '2026-04-30',
    url: 'https://vanban.chinhphu.vn/?pageid=27160&docid=217876&classid=2',
    note: unread,
    confidence: 'secondary',
  }),
  ...promoted('75', 'province', {
    number: '30/2026/QH16',
    title: 'Nghị quyết về việc thành lập thành phố Đồng Nai',
    issuer: 'Quốc hội',
    from: '2026-04-30',
    url: 'https://xaydungchinhsach.chinhphu.vn/nghi-quyet-so-30-2026-qh16-thanh-lap-thanh-pho-dong-nai-119260430102336551.htm',
    note: unread,
    confidence: 'secondary',
  }),
  ...promoted('22', 'province', {
    number: '36/2026/QH16',
    title: 'Nghị quyết về việc thành lập thành phố Quảng Ninh',
    issuer: 'Quốc hội',
    date: '2026-08-24',
    from: '2026-09-01',
    url: 'https://xaydungchinhsach.chinhphu.vn/toan-van-nghi-quyet-so-36-2026-qh16-thanh-lap-thanh-pho-quang-ninh-tu-1-9-2026-119260903082603583.htm',
    note: unread,
    confidence: 'secondary',
  }),
  // Bố Hạ, Lạng Giang, Kép, Lục Nam, Hiệp Hòa, Yên Phong, Phù Lãng, Chi Lăng, Tiên Du, Gia Bình, Nhân Thắng, Lương Tài
  ...promoted('07294 07375 07399 07444 07840 09193 09292 09313 09319 09454 09475 09496', 'commune', {
    number: '388/NQ-UBTVQH16',
    title: 'Nghị quyết về việc thành lập các phường thuộc tỉnh Bắc Ninh',
    issuer: 'Ủy ban Thường vụ Quốc hội',
    date: '2026-08-04',
    from: '2026-09-20',
    url: 'https://thuvienphapluat.vn/van-ban/Bo-may-hanh-chinh/Nghi-quyet-388-NQ-UBTVQH16-2026-thanh-lap-cac-phuong-thuoc-tinh-Bac-Ninh-720767.aspx',
    note: unread,
    confidence: 'secondary',
  }),
  ...promoted('24', 'province', {
    number: '39/2026/QH16',
    title: 'Nghị quyết về việc thành lập thành phố Bắc Ninh',
    issuer: 'Quốc hội',
    from: '2026-09-20',
    url: 'https://vanban.chinhphu.vn/?pageid=27160&docid=219328',
    note: unread,
    confidence: 'secondary',
  }),
];
