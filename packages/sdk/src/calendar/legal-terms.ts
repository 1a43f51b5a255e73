import type { Bilingual } from '../errors/index.ts';
import type { LegalBasis } from '../law/index.ts';
import type { ExtensionRule, TermRule } from './term-rules.ts';

/*
 * Terms of law for citizens' matters, as data. Law 136/2025/QH15 amends the laws on complaints and denunciations from
 * 1 July 2026 and its decrees were not found, so every term of those laws is listed twice: as published until 30 June 2026,
 * and carried on unchanged – marked from memory, to be checked – from 1 July 2026.
 *
 * None of these laws says that an end on a day off moves on; that the Civil Code's rule applies is practice. The terms
 * that bind an authority therefore end strictly, the ones that bind a citizen roll; a request can say otherwise.
 */

type Draft = Omit<TermRule, 'basis' | 'rollToWorkingDay'> & { article: string; rollToWorkingDay?: boolean } & Pick<
    LegalBasis,
    'confidence' | 'url'
  >;

interface Law {
  number: string;
  title: string;
  date: string;
  from: string;
}

const complaintsLaw: Law = { number: '02/2011/QH13', title: 'Luật Khiếu nại', date: '2011-11-11', from: '2012-07-01' };
const denunciationsLaw: Law = { number: '25/2018/QH14', title: 'Luật Tố cáo', date: '2018-06-12', from: '2019-01-01' };

function rulesOfLaw(law: Law, { article, confidence, url, rollToWorkingDay = false, ...rule }: Draft): TermRule[] {
  const basis: LegalBasis = { ...law, issuer: 'Quốc hội', article, confidence, ...(url && { url }) };
  return [
    { ...rule, rollToWorkingDay, basis: { ...basis, to: '2026-06-30' } },
    {
      ...rule,
      id: `${rule.id}.2026`,
      rollToWorkingDay,
      basis: {
        ...basis,
        from: '2026-07-01',
        confidence: 'from-memory',
        note: 'Luật 136/2025/QH15 sửa đổi từ 01/7/2026; chưa có nghị định hướng dẫn để đối chiếu, tạm giữ thời hạn cũ.',
      },
    },
  ];
}

const receipt: Bilingual = { vi: 'tiếp nhận', en: 'receipt' };
const acceptance: Bilingual = { vi: 'thụ lý', en: 'acceptance' };

const complaintsPage =
  'https://thuvienphapluat.vn/hoi-dap-phap-luat/83A1FC5-hd-thoi-han-thu-ly-giai-quyet-khieu-nai-la-bao-nhieu-ngay-khieu-nai-cac-quyet-dinh-nao-thi-khong-duoc-.html';
const lodgingPage = 'https://luatsugiadinh.net.vn/n392/luat-su-chuyen-soan-don-khoi-kienkhieu-nai.htm';
const denunciationsPage =
  'https://gialai.baohiemxahoi.gov.vn/tintuc/Pages/hoat-dong-nganh.aspx?CateID=242&ItemID=38093&OtItem=date';
const resolvingDenunciationsPage = 'https://luatdongduong.com.vn/quy-dinh-phap-luat-ve-thoi-han-giai-quyet-cao/';
const publishingPage = 'https://mylaw.vn/khong-duoc-cong-khai-danh-tinh-nguoi-to-cao-2525.html';

const pauseReasons: Record<string, Bilingual> = {
  'waiting-for-related-result': {
    vi: 'chờ kết quả của việc khác có liên quan',
    en: 'waiting for the result of a related matter',
  },
  'waiting-for-sender': { vi: 'chờ người gửi bổ sung thông tin', en: 'waiting for information from the sender' },
};

/** A complex complaint may take longer up to a total; written as one extension by the difference. */
const oneExtensionOf = (amount: number): ExtensionRule[] => [
  { complexity: 'complex', minReasons: 1, times: 1, amount },
];

const complaint = { matter: 'complaint', unit: 'calendar-day', pauseReasons } as const;
const denunciation = { matter: 'denunciation', unit: 'working-day', pauseReasons } as const;

const complexDenunciation: Record<string, Bilingual> = {
  'several-places': {
    vi: 'một nội dung phải xác minh từ hai nơi trở lên',
    en: 'one content verified in two or more places',
  },
  'several-contents': { vi: 'có từ hai nội dung phải xác minh trở lên', en: 'two or more contents to verify' },
  'many-people': {
    vi: 'nhiều người tố cáo hoặc liên quan đến quyền lợi của nhiều người',
    en: 'many denouncers, or interests of many',
  },
  'foreign-element': { vi: 'có yếu tố nước ngoài', en: 'a foreign element' },
  'several-agencies': { vi: 'liên quan đến trách nhiệm của nhiều cơ quan', en: 'several agencies responsible' },
};

const denunciationExtensions: ExtensionRule[] = [
  { complexity: 'complex', minReasons: 1, times: 1, amount: 30 },
  { complexity: 'especially-complex', minReasons: 2, times: 2, amount: 30 },
];

const complaintTerms: TermRule[] = [
  rulesOfLaw(complaintsLaw, {
    ...complaint,
    id: 'complaint.lodge',
    step: 'lodge',
    name: { vi: 'khiếu nại (thời hiệu)', en: 'time limit to complain' },
    startEvent: { vi: 'biết được quyết định, hành vi', en: 'knowledge of the decision or act' },
    amount: 90,
    rollToWorkingDay: true,
    article: 'Điều 9',
    confidence: 'published',
    url: lodgingPage,
  }),
  rulesOfLaw(complaintsLaw, {
    ...complaint,
    id: 'complaint.accept',
    step: 'accept',
    name: { vi: 'thụ lý khiếu nại', en: 'accept or refuse a complaint' },
    startEvent: receipt,
    amount: 10,
    article: 'Điều 27',
    confidence: 'from-memory',
  }),
  rulesOfLaw(complaintsLaw, {
    ...complaint,
    id: 'complaint.resolve-first',
    step: 'resolve-first',
    name: { vi: 'giải quyết khiếu nại lần đầu', en: 'resolve a first complaint' },
    startEvent: acceptance,
    amount: 30,
    extensions: oneExtensionOf(15),
    article: 'Điều 28',
    confidence: 'published',
    url: complaintsPage,
  }),
  rulesOfLaw(complaintsLaw, {
    ...complaint,
    id: 'complaint.resolve-first.remote',
    step: 'resolve-first',
    remote: true,
    name: { vi: 'giải quyết khiếu nại lần đầu, vùng sâu, vùng xa', en: 'resolve a first complaint, remote area' },
    startEvent: acceptance,
    amount: 45,
    extensions: oneExtensionOf(15),
    article: 'Điều 28',
    confidence: 'published',
    url: complaintsPage,
  }),
  rulesOfLaw(complaintsLaw, {
    ...complaint,
    id: 'complaint.lodge-second',
    step: 'lodge-second',
    name: { vi: 'khiếu nại lần hai', en: 'lodge a second complaint' },
    startEvent: {
      vi: 'hết hạn giải quyết hoặc nhận quyết định lần đầu',
      en: 'expiry of the term or receipt of the first decision',
    },
    amount: 30,
    rollToWorkingDay: true,
    article: 'Điều 33',
    confidence: 'published',
    url: lodgingPage,
  }),
  rulesOfLaw(complaintsLaw, {
    ...complaint,
    id: 'complaint.lodge-second.remote',
    step: 'lodge-second',
    remote: true,
    name: { vi: 'khiếu nại lần hai, vùng sâu, vùng xa', en: 'lodge a second complaint, remote area' },
    startEvent: {
      vi: 'hết hạn giải quyết hoặc nhận quyết định lần đầu',
      en: 'expiry of the term or receipt of the first decision',
    },
    amount: 45,
    rollToWorkingDay: true,
    article: 'Điều 33',
    confidence: 'published',
    url: lodgingPage,
  }),
  rulesOfLaw(complaintsLaw, {
    ...complaint,
    id: 'complaint.resolve-second',
    step: 'resolve-second',
    name: { vi: 'giải quyết khiếu nại lần hai', en: 'resolve a second complaint' },
    startEvent: acceptance,
    amount: 45,
    extensions: oneExtensionOf(15),
    article: 'Điều 37',
    confidence: 'published',
    url: complaintsPage,
  }),
  rulesOfLaw(complaintsLaw, {
    ...complaint,
    id: 'complaint.resolve-second.remote',
    step: 'resolve-second',
    remote: true,
    name: { vi: 'giải quyết khiếu nại lần hai, vùng sâu, vùng xa', en: 'resolve a second complaint, remote area' },
    startEvent: acceptance,
    amount: 60,
    extensions: oneExtensionOf(10),
    article: 'Điều 37',
    confidence: 'published',
    url: complaintsPage,
  }),
  rulesOfLaw(complaintsLaw, {
    ...complaint,
    unit: 'working-day',
    id: 'complaint.send-decision',
    step: 'send-decision',
    name: { vi: 'gửi quyết định giải quyết', en: 'send the decision to the parties' },
    startEvent: { vi: 'ký quyết định', en: 'signing of the decision' },
    amount: 3,
    article: 'Điều 32',
    confidence: 'from-memory',
  }),
].flat();

const denunciationTerms: TermRule[] = [
  rulesOfLaw(denunciationsLaw, {
    ...denunciation,
    id: 'denunciation.classify',
    step: 'classify',
    name: { vi: 'xử lý ban đầu tố cáo', en: 'register, verify identity and check conditions' },
    startEvent: receipt,
    amount: 7,
    extensions: oneExtensionOf(3),
    complexityReasons: {
      'several-places': complexDenunciation['several-places']!,
      delegated: { vi: 'phải ủy quyền xác minh', en: 'verification delegated' },
    },
    article: 'khoản 1 Điều 24',
    confidence: 'published',
    url: denunciationsPage,
  }),
  rulesOfLaw(denunciationsLaw, {
    ...denunciation,
    id: 'denunciation.transfer',
    step: 'transfer',
    name: { vi: 'chuyển tố cáo không thuộc thẩm quyền', en: 'transfer when not competent' },
    startEvent: receipt,
    amount: 5,
    article: 'khoản 2 Điều 24',
    confidence: 'published',
    url: denunciationsPage,
  }),
  rulesOfLaw(denunciationsLaw, {
    ...denunciation,
    unit: 'calendar-day',
    id: 'denunciation.answer-forwarder',
    step: 'answer-forwarder',
    name: { vi: 'trả lời cơ quan, báo chí chuyển tố cáo', en: 'answer the agency or press that forwarded it' },
    startEvent: receipt,
    amount: 20,
    article: 'khoản 2 Điều 26',
    confidence: 'published',
    url: denunciationsPage,
  }),
  rulesOfLaw(denunciationsLaw, {
    ...denunciation,
    id: 'denunciation.notify-acceptance',
    step: 'notify-acceptance',
    name: { vi: 'thông báo việc thụ lý tố cáo', en: 'notify acceptance' },
    startEvent: acceptance,
    amount: 5,
    article: 'Điều 29',
    confidence: 'from-memory',
  }),
  rulesOfLaw(denunciationsLaw, {
    ...denunciation,
    unit: 'calendar-day',
    id: 'denunciation.resolve',
    step: 'resolve',
    name: { vi: 'giải quyết tố cáo', en: 'resolve a denunciation' },
    startEvent: acceptance,
    amount: 30,
    extensions: denunciationExtensions,
    complexityReasons: complexDenunciation,
    article: 'Điều 30',
    confidence: 'published',
    url: resolvingDenunciationsPage,
  }),
  rulesOfLaw(denunciationsLaw, {
    ...denunciation,
    unit: 'calendar-day',
    id: 'denunciation.publish-conclusion',
    step: 'publish-conclusion',
    minimum: true,
    name: { vi: 'công khai kết luận nội dung tố cáo', en: 'keep the conclusion published' },
    startEvent: { vi: 'công khai', en: 'publication' },
    amount: 15,
    article: 'Điều 40',
    confidence: 'published',
    url: publishingPage,
  }),
].flat();

const partyHead: LegalBasis = {
  number: '11-QĐi/TW',
  title: 'Quy định về trách nhiệm của người đứng đầu cấp ủy trong việc tiếp dân',
  issuer: 'Bộ Chính trị',
  date: '2019-02-18',
  from: '2019-02-18',
  confidence: 'published',
  url: 'https://thuvienphapluat.vn/chinh-sach-phap-luat-moi/vn/thoi-su-phap-luat/chinh-sach-moi/22971/nguoi-dung-dau-cap-uy-cap-tinh-tiep-cong-dan-it-nhat-01-ngay-thang',
};

const petitions: LegalBasis = {
  number: '05/2021/TT-TTCP',
  title: 'Thông tư quy trình xử lý đơn',
  issuer: 'Thanh tra Chính phủ',
  from: '2021-11-15',
  confidence: 'from-memory',
  note: 'Có thể đã được thay thế sau 01/7/2026.',
};

const illustration: LegalBasis = {
  title: 'Thời hạn minh họa',
  confidence: 'illustrative',
  note: 'Không tìm thấy thời hạn chung được công bố; mỗi tỉnh tự quy định. Thay bằng quy định của tỉnh.',
};

const illustrativeComplexity: Record<string, Bilingual> = {
  'several-agencies': { vi: 'liên quan đến trách nhiệm của nhiều cơ quan', en: 'several agencies responsible' },
  'site-inspection': { vi: 'phải kiểm tra thực địa', en: 'needs inspection on site' },
};

const illustrative = (
  matter: string,
  step: string,
  name: Bilingual,
  startEvent: Bilingual,
  amount: number,
): TermRule => ({
  id: `${matter}.${step}.illustrative`,
  matter,
  step,
  name,
  startEvent,
  amount,
  unit: 'working-day',
  rollToWorkingDay: false,
  pauseReasons,
  ...(step === 'resolve' && { extensions: oneExtensionOf(5), complexityReasons: illustrativeComplexity }),
  basis: illustration,
});

/**
 * Terms for complaints and denunciations, for any matter brought to a Party head, for sorting petitions, and –
 * illustrative only, since no general text is published – for reports (`report`) and proposals (`proposal`). A province
 * appends its own rules; the last one in force wins.
 */
export const legalTerms: readonly TermRule[] = [
  ...complaintTerms,
  ...denunciationTerms,
  {
    id: 'any.answer-from-party-head',
    matter: 'any',
    step: 'answer-from-party-head',
    name: {
      vi: 'thông báo việc tiếp nhận, chuyển hoặc chỉ đạo',
      en: 'give notice of acceptance, forwarding or direction',
    },
    startEvent: receipt,
    amount: 10,
    unit: 'working-day',
    rollToWorkingDay: false,
    basis: partyHead,
  },
  {
    id: 'petition.classify',
    matter: 'petition',
    step: 'classify',
    name: { vi: 'phân loại và đề xuất xử lý đơn', en: 'classify a petition and propose handling' },
    startEvent: receipt,
    amount: 10,
    unit: 'working-day',
    rollToWorkingDay: false,
    basis: petitions,
  },
  illustrative('report', 'forward', { vi: 'chuyển phản ánh', en: 'forward a report' }, receipt, 2),
  illustrative('report', 'resolve', { vi: 'xử lý', en: 'handle a report' }, receipt, 10),
  illustrative('proposal', 'forward', { vi: 'chuyển kiến nghị', en: 'forward a proposal' }, receipt, 5),
  illustrative('proposal', 'resolve', { vi: 'xử lý', en: 'handle a proposal' }, receipt, 15),
];

const hcmc1022: LegalBasis = {
  number: '1478/QĐ-UBND',
  title: 'Quy chế tiếp nhận, xử lý phản ánh qua tổng đài 1022 Thành phố Hồ Chí Minh, theo Quyết định',
  date: '2020-01-01',
  from: '2020-01-01',
  confidence: 'secondary',
  note: 'Theo bản đăng lại của một tin báo; ngày ban hành chỉ biết năm 2020; không rõ 5 ngày là ngày làm việc hay ngày lịch. Nếu trễ: báo tiến độ kèm ảnh và ngày cam kết.',
};

const neighbourhood: LegalBasis = {
  title: 'Thời hạn mặc định của một hệ thống phản ánh khu dân cư',
  confidence: 'secondary',
  note: 'Ví dụ thực tế, không phải văn bản.',
};

const fieldReportSteps: Record<string, Bilingual> = {
  forward: { vi: 'chuyển phản ánh hiện trường', en: 'forward a field report' },
  answer: { vi: 'trả lời phản ánh hiện trường', en: 'answer a field report' },
};

const fieldReport = (
  id: string,
  step: string,
  amount: number,
  unit: TermRule['unit'],
  basis: LegalBasis,
): TermRule => ({
  id: `report.${id}`,
  matter: 'report',
  step,
  name: fieldReportSteps[step] ?? { vi: 'xử lý phản ánh hiện trường', en: 'handle a field report' },
  startEvent: step === 'answer' ? { vi: 'chuyển đến đơn vị xử lý', en: 'forwarding to a unit' } : receipt,
  amount,
  unit,
  rollToWorkingDay: false,
  basis,
});

/**
 * Terms of two running field-report systems, as examples for a province that writes its own: the 1022 line of Hồ Chí
 * Minh City (steps `forward`, `answer`) and one neighbourhood system (`resolve-urgent`, `resolve-soon`, `resolve-normal`).
 */
export const fieldReportTerms: readonly TermRule[] = [
  fieldReport('1022.forward', 'forward', 5, 'minute', hcmc1022),
  fieldReport('1022.answer', 'answer', 5, 'calendar-day', hcmc1022),
  fieldReport('urgent', 'resolve-urgent', 1, 'calendar-day', neighbourhood),
  fieldReport('soon', 'resolve-soon', 3, 'calendar-day', neighbourhood),
  fieldReport('normal', 'resolve-normal', 7, 'calendar-day', neighbourhood),
];
