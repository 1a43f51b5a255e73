import type { Bilingual } from '../errors/input-error.ts';
import type { NoticeAudience, NoticeOccasionName } from './occasions.ts';
import type { MailTime } from './mail-wishes.ts';
import type { NoticeRule } from './rules.ts';

type Texts = readonly [title: Bilingual, text: Bilingual];
const say = (vi: string, en: string): Bilingual => ({ vi, en });

function rule(on: NoticeOccasionName, to: NoticeAudience, mail: MailTime, [title, text]: Texts): NoticeRule {
  return { id: `${on}.${to}`, on, to, inApp: true, mail, title, text, illustrative: true };
}

const follow = say(
  'Quý vị theo dõi việc xử lý trên cổng bằng mã hồ sơ và mã bí mật đã nhận khi gửi.',
  'You can follow it on the portal with the code and the secret that you received when you sent it.',
);
const withFollow = (vi: string, en: string) => say(`${vi} ${follow.vi}`, `${en} ${follow.en}`);

/** What who sent a case is told. */
const forSenders: NoticeRule[] = [
  rule('case.received', 'sender', 'at-once', [
    say('Đã nhận phản ánh, kiến nghị {code}', 'Your report {code} was received'),
    withFollow(
      'Cơ quan đã nhận phản ánh, kiến nghị {code}. Hạn xử lý: {due}.',
      'Report {code} was received. Due: {due}.',
    ),
  ]),
  rule('case.refused', 'sender', 'at-once', [
    say('Phản ánh, kiến nghị {code} không đủ điều kiện xử lý', 'Report {code} cannot be handled'),
    withFollow(
      'Phản ánh, kiến nghị {code} không đủ điều kiện xử lý. Lý do có trên trang theo dõi.',
      'Report {code} cannot be handled. The reason is on the page where you follow it.',
    ),
  ]),
  rule('case.extended', 'sender', 'at-once', [
    say('Phản ánh, kiến nghị {code} được gia hạn', 'The due date of report {code} was extended'),
    withFollow(
      'Hạn xử lý mới của phản ánh, kiến nghị {code}: {due}. Lý do có trên trang theo dõi.',
      'The new due date of report {code}: {due}. The reason is on the page where you follow it.',
    ),
  ]),
  rule('case.answered', 'sender', 'at-once', [
    say('Phản ánh, kiến nghị {code} đã được trả lời', 'Report {code} was answered'),
    withFollow(
      'Phản ánh, kiến nghị {code} đã được trả lời. Quý vị xem câu trả lời, đánh giá hoặc báo chưa được giải quyết trên trang theo dõi.',
      'Report {code} was answered. Read the answer, rate it or say that it is not solved on the page where you follow it.',
    ),
  ]),
  rule('case.reopened', 'sender', 'at-once', [
    say('Phản ánh, kiến nghị {code} được xử lý lại', 'Report {code} is taken up again'),
    withFollow(
      'Phản ánh, kiến nghị {code} được xử lý lại. Hạn xử lý: {due}.',
      'Report {code} is taken up again. Due: {due}.',
    ),
  ]),
];

/** What those who handle cases are told. */
const forHandlers: NoticeRule[] = [
  rule('case.received', 'secretariat', 'daily', [
    say('Hồ sơ mới {code}', 'New case {code}'),
    say('Hồ sơ {code} chờ phân loại. Hạn xử lý: {due}.', 'Case {code} waits to be looked at. Due: {due}.'),
  ]),
  rule('case.assigned', 'unit', 'at-once', [
    say('Hồ sơ {code} được chuyển đến đơn vị', 'Case {code} was passed to your unit'),
    say('Hồ sơ {code} được chuyển đến {unit}. Hạn xử lý: {due}.', 'Case {code} was passed to {unit}. Due: {due}.'),
  ]),
  rule('case.handed-over', 'unit', 'daily', [
    say('Đơn vị tiếp nhận hồ sơ {code}', 'Your unit takes over case {code}'),
    say(
      '{unit} xử lý tiếp hồ sơ {code} sau khi sắp xếp đơn vị. Hạn xử lý không đổi: {due}.',
      '{unit} goes on with case {code} after units were rearranged. It is due as before: {due}.',
    ),
  ]),
  rule('case.reopened', 'unit', 'at-once', [
    say('Hồ sơ {code} được xử lý lại', 'Case {code} is taken up again'),
    say(
      'Người gửi báo hồ sơ {code} chưa được giải quyết, hoặc bộ phận thường trực yêu cầu xử lý lại. Hạn xử lý: {due}.',
      'The sender of case {code} said that it is not solved, or the secretariat takes it up again. Due: {due}.',
    ),
  ]),
  rule('case.reopened', 'secretariat', 'daily', [
    say('Hồ sơ {code} được xử lý lại', 'Case {code} is taken up again'),
    say('Hồ sơ {code} chờ chuyển đơn vị xử lý. Hạn xử lý: {due}.', 'Case {code} waits for a unit. Due: {due}.'),
  ]),
  rule('case.sent-back', 'secretariat', 'at-once', [
    say('Đơn vị chuyển trả hồ sơ {code}', 'Case {code} was sent back'),
    say('Hồ sơ {code} chờ chuyển đơn vị khác. Hạn xử lý: {due}.', 'Case {code} waits for another unit. Due: {due}.'),
  ]),
  rule('case.extension-requested', 'secretariat', 'at-once', [
    say('Đề nghị gia hạn hồ sơ {code}', 'An extension is asked for: {code}'),
    say(
      '{unit} đề nghị gia hạn hồ sơ {code}. Hạn hiện tại: {due}.',
      '{unit} asks for more time for {code}. Due: {due}.',
    ),
  ]),
  rule('case.extended', 'unit', 'daily', [
    say('Hồ sơ {code} được gia hạn', 'Case {code} was extended'),
    say('Hạn xử lý mới của hồ sơ {code}: {due}.', 'The new due date of case {code}: {due}.'),
  ]),
  rule('case.extension-declined', 'unit', 'daily', [
    say('Hồ sơ {code} không được gia hạn', 'Case {code} was not extended'),
    say('Hạn xử lý hồ sơ {code} không đổi: {due}.', 'Case {code} is due as before: {due}.'),
  ]),
  ...(['unit', 'secretariat'] as const).map((to) =>
    rule('day.cases-due', to, 'daily', [
      say('Hồ sơ sắp đến hạn và quá hạn', 'Cases due soon and overdue'),
      say(
        '{soonCount} hồ sơ sắp đến hạn, {overdueCount} hồ sơ quá hạn.',
        '{soonCount} due soon, {overdueCount} overdue.',
      ),
    ]),
  ),
];

const forModels: NoticeRule[] = [
  rule('model.registered', 'secretariat', 'daily', [
    say('Đăng ký mô hình mới {code}', 'A model was registered: {code}'),
    say('{unit} đăng ký mô hình “{name}” ({code}).', '{unit} registered the model “{name}” ({code}).'),
  ]),
  rule('model.resubmitted', 'secretariat', 'daily', [
    say('Mô hình {code} được gửi lại', 'Model {code} was sent again'),
    say('{unit} đã bổ sung mô hình “{name}” ({code}).', '{unit} completed the model “{name}” ({code}).'),
  ]),
  rule('model.returned', 'unit', 'at-once', [
    say('Mô hình {code} cần bổ sung', 'Model {code} needs to be completed'),
    say(
      'Mô hình “{name}” ({code}) được trả lại để bổ sung. Nội dung cần bổ sung có trong hồ sơ.',
      'The model “{name}” ({code}) was returned. What is missing stands in its record.',
    ),
  ]),
  rule('model.submitted-for-appraisal', 'appraiser', 'daily', [
    say('Mô hình {code} chờ thẩm định', 'Model {code} waits for appraisal'),
    say('{unit} đề nghị thẩm định mô hình “{name}” ({code}).', '{unit} asks for the appraisal of “{name}” ({code}).'),
  ]),
  rule('model.recognised', 'unit', 'at-once', [
    say('Mô hình {code} được công nhận', 'Model {code} was recognised'),
    say('Mô hình “{name}” ({code}) đã được công nhận.', 'The model “{name}” ({code}) was recognised.'),
  ]),
  rule('model.declined', 'unit', 'at-once', [
    say('Mô hình {code} chưa được công nhận', 'Model {code} was not recognised'),
    say(
      'Mô hình “{name}” ({code}) chưa được công nhận. Lý do có trong hồ sơ.',
      'The model “{name}” ({code}) was not recognised. The reason stands in its record.',
    ),
  ]),
];

const forAssessments: NoticeRule[] = [
  rule('assessment.opened', 'unit', 'daily', [
    say('Bảng chấm điểm {period} đã mở', 'The score sheet of {period} is open'),
    say('Bảng chấm điểm {period} của {name} đã mở để tự chấm.', 'The score sheet of {name}, {period}, is open.'),
  ]),
  rule('assessment.submitted', 'appraiser', 'daily', [
    say('Bảng chấm điểm {period} chờ thẩm định', 'A score sheet of {period} waits for appraisal'),
    say('{unit} đã nộp bảng chấm điểm {period} của {name}.', '{unit} handed in the score sheet of {name}, {period}.'),
  ]),
  rule('assessment.returned', 'unit', 'at-once', [
    say('Bảng chấm điểm {period} được trả lại', 'The score sheet of {period} was returned'),
    say(
      'Bảng chấm điểm {period} của {name} được trả lại để chấm lại. Lý do có trong bảng.',
      'The score sheet of {name}, {period}, was returned. The reason stands in the sheet.',
    ),
  ]),
  rule('assessment.explanation-asked', 'unit', 'at-once', [
    say('Đề nghị giải trình bảng chấm điểm {period}', 'An explanation is asked for: score sheet of {period}'),
    say(
      'Người thẩm định đề nghị giải trình bảng chấm điểm {period} của {name}.',
      'The appraiser asks for an explanation of the score sheet of {name}, {period}.',
    ),
  ]),
  rule('assessment.explained', 'appraiser', 'daily', [
    say('Đơn vị đã giải trình bảng chấm điểm {period}', 'The unit explained its score sheet of {period}'),
    say('{unit} có ý kiến về bảng chấm điểm {period} của {name}.', '{unit} objects or explains: {name}, {period}.'),
  ]),
  rule('assessment.concluded', 'unit', 'at-once', [
    say('Đã có kết quả chấm điểm {period}', 'The result of {period} is there'),
    say('Bảng chấm điểm {period} của {name} đã được kết luận.', 'The score sheet of {name}, {period}, was concluded.'),
  ]),
];

const forPlans: NoticeRule[] = (['unit', 'secretariat'] as const).flatMap((to) => [
  rule('day.task-due-soon', to, 'daily', [
    say('Nhiệm vụ đến hạn ngày {due}', 'A task is due on {due}'),
    say('Nhiệm vụ “{name}” đến hạn ngày {due}.', 'The task “{name}” is due on {due}.'),
  ]),
  rule('day.task-overdue', to, 'daily', [
    say('Nhiệm vụ đã hết hạn ngày {due}', 'A task was due on {due}'),
    say('Nhiệm vụ “{name}” đã hết hạn ngày {due}.', 'The task “{name}” was due on {due}.'),
  ]),
]);

const forRoles: NoticeRule[] = [
  rule('grant.given', 'holder', 'at-once', [
    say('Được giao vai trò {role}', 'You were given the role {role}'),
    say('Vai trò {role} – {unit}. Thời hạn: {until}.', 'Role {role} – {unit}. Until: {until}.'),
  ]),
  rule('grant.ended', 'holder', 'at-once', [
    say('Vai trò {role} đã chấm dứt', 'The role {role} has ended'),
    say('Vai trò {role} – {unit} đã chấm dứt.', 'The role {role} – {unit} has ended.'),
  ]),
  rule('day.grant-ends-soon', 'holder', 'daily', [
    say('Vai trò {role} sắp hết thời hạn', 'The role {role} ends soon'),
    say('Vai trò {role} – {unit} hết thời hạn: {until}.', 'The role {role} – {unit} ends: {until}.'),
  ]),
];

const forSystem: NoticeRule[] = (['administrator', 'inspector'] as const).map((to) =>
  rule('audit.checked', to, 'at-once', [
    say('Kiểm tra nhật ký: {faultCount} chỗ không khớp', 'Faults found in the ledger: {faultCount}'),
    say(
      'Kiểm tra nhật ký thấy {faultCount} chỗ không khớp: dữ liệu có thể đã bị sửa ngoài hệ thống. Trang Nhật ký cho biết đó là những chỗ nào và cần làm gì.',
      'The check of the ledger found faults ({faultCount}): data may have been changed behind the system. The page of the ledger says what they are and what to do.',
    ),
  ]),
);

/**
 * The rules that hold until a province sets its own. No issued text prescribes their words: all of them are samples,
 * “mẫu minh họa”.
 */
export function presetNoticeRules(): NoticeRule[] {
  return [...forSenders, ...forHandlers, ...forModels, ...forAssessments, ...forPlans, ...forRoles, ...forSystem];
}
