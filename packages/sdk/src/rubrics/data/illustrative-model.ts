import type { LevelsCriterion, RatioCriterion, Rubric } from '../schema.ts';

const fourLevels = (max: number): LevelsCriterion['levels'] => [
  { id: 'high', points: max, title: { vi: 'Tốt', en: 'Good' } },
  { id: 'fair', points: Math.round(max * 0.75), title: { vi: 'Khá', en: 'Fair' } },
  { id: 'some', points: Math.round(max * 0.5), title: { vi: 'Đạt', en: 'Acceptable' } },
  { id: 'none', points: 0, title: { vi: 'Chưa đạt', en: 'Not reached' } },
];

const thresholds = (...pairs: [percent: number, points: number][]): RatioCriterion['thresholds'] =>
  pairs.map(([percent, points]) => ({ atLeast: percent * 100, points }));

/**
 * A full rubric for one model, made by this project to show every part of a rubric at work. It is no issued text:
 * “mẫu minh họa – chưa phải văn bản ban hành”. Replace it by the province's own.
 */
export const illustrativeModel: Rubric = {
  id: 'illustrative-model',
  version: '1',
  title: {
    vi: 'Thang điểm mô hình “Dân vận khéo”',
    en: 'Scale for a “Dân vận khéo” model',
  },
  subject: 'model',
  legalBasis: {
    title: 'Mẫu minh họa – chưa phải văn bản ban hành',
    note: 'Do dự án soạn để minh họa; thay bằng thang điểm của tỉnh trước khi dùng chính thức.',
    confidence: 'illustrative',
  },
  total: 10_000,
  ceiling: 10_000,
  criteria: [
    {
      kind: 'group',
      id: 'I',
      number: 'I',
      title: { vi: 'Lãnh đạo, chỉ đạo và đăng ký', en: 'Leadership and registration' },
      max: 1000,
      children: [
        {
          kind: 'gate',
          id: '1.0',
          title: {
            vi: 'Đã đăng ký với cơ quan phát động, có tên và địa điểm cụ thể',
            en: 'Registered with the launching body, with a name and a place',
          },
          condition: 'not-registered',
        },
        {
          kind: 'yes-no',
          id: '1.1',
          number: '1.1',
          title: { vi: 'Có kế hoạch được cấp ủy phê duyệt', en: 'Has a plan approved by the Party committee' },
          max: 400,
          evidence: { min: 1, hint: { vi: 'Bản chụp kế hoạch', en: 'A copy of the plan' } },
        },
        {
          kind: 'levels',
          id: '1.2',
          number: '1.2',
          title: {
            vi: 'Phân công người phụ trách, theo dõi thường xuyên',
            en: 'A person in charge, followed up regularly',
          },
          max: 600,
          levels: fourLevels(600),
        },
      ],
    },
    {
      kind: 'group',
      id: 'II',
      number: 'II',
      title: { vi: 'Nội dung và cách làm', en: 'Content and method' },
      max: 2000,
      children: [
        {
          kind: 'range',
          id: '2.1',
          number: '2.1',
          title: { vi: 'Xuất phát từ một vấn đề cụ thể của địa bàn', en: 'Starts from one concrete local problem' },
          max: 800,
          step: 50,
        },
        {
          kind: 'levels',
          id: '2.2',
          number: '2.2',
          title: {
            vi: 'Cách vận động sáng tạo, phù hợp đối tượng',
            en: 'Mobilising in a fresh way that fits the people',
          },
          max: 700,
          levels: [
            {
              id: 'high',
              points: 700,
              title: { vi: 'Sáng tạo', en: 'Fresh' },
              descriptor: { vi: 'Có cách làm mới, nơi khác có thể học', en: 'A new way that others can learn from' },
            },
            { id: 'fair', points: 500, title: { vi: 'Phù hợp', en: 'Fitting' } },
            { id: 'some', points: 300, title: { vi: 'Thông thường', en: 'Usual' } },
            { id: 'none', points: 0, title: { vi: 'Hình thức', en: 'For show' } },
          ],
        },
        {
          kind: 'count',
          id: '2.3',
          number: '2.3',
          title: {
            vi: 'Thực hiện đủ các nội dung đã đăng ký (thiếu mỗi nội dung trừ 1 điểm)',
            en: 'Carried out all that was registered (1 point off for each item missing)',
          },
          max: 500,
          each: 100,
          from: 'max',
          unit: { vi: 'nội dung chưa làm', en: 'items not done' },
        },
      ],
    },
    {
      kind: 'group',
      id: 'III',
      number: 'III',
      title: { vi: 'Hiệu quả', en: 'Effect' },
      max: 2500,
      children: [
        {
          kind: 'ratio',
          id: '3.1',
          number: '3.1',
          title: { vi: 'Tỷ lệ chỉ tiêu đề ra đã hoàn thành', en: 'Share of targets reached' },
          max: 1200,
          thresholds: thresholds([100, 1200], [90, 1000], [70, 700], [50, 400]),
          evidence: { min: 1, above: 400, hint: { vi: 'Báo cáo số liệu', en: 'Report with figures' } },
        },
        {
          kind: 'levels',
          id: '3.2',
          number: '3.2',
          title: { vi: 'Tác động đến đời sống người dân', en: "Effect on people's lives" },
          max: 800,
          levels: fourLevels(800),
        },
        {
          kind: 'ratio',
          id: '3.3',
          number: '3.3',
          title: {
            vi: 'Tỷ lệ phản ánh, kiến nghị liên quan được giải quyết đúng hạn',
            en: 'Share of related reports and proposals answered on time',
          },
          max: 500,
          mayNotApply: true,
          source: 'cases.on-time-rate',
          thresholds: thresholds([98, 500], [95, 400], [90, 200]),
        },
      ],
    },
    {
      kind: 'group',
      id: 'IV',
      number: 'IV',
      title: { vi: 'Sự tham gia của nhân dân', en: 'Participation of the people' },
      max: 1500,
      children: [
        {
          kind: 'ratio',
          id: '4.1',
          number: '4.1',
          title: { vi: 'Tỷ lệ hộ dân trong địa bàn tham gia', en: 'Share of households taking part' },
          max: 800,
          mayNotApply: true,
          thresholds: thresholds([80, 800], [60, 600], [40, 400], [20, 200]),
        },
        {
          kind: 'count',
          id: '4.2',
          number: '4.2',
          title: {
            vi: 'Số lực lượng, đoàn thể cùng tham gia (mỗi lực lượng 1 điểm)',
            en: 'Forces taking part (1 point each)',
          },
          max: 300,
          each: 100,
          from: 'zero',
          unit: { vi: 'lực lượng', en: 'forces' },
        },
        {
          kind: 'levels',
          id: '4.3',
          number: '4.3',
          title: { vi: 'Mức độ đồng thuận, hài lòng của người dân', en: 'Agreement and satisfaction of the people' },
          max: 400,
          levels: fourLevels(400),
        },
      ],
    },
    {
      kind: 'group',
      id: 'V',
      number: 'V',
      title: { vi: 'Bền vững và nhân rộng', en: 'Durability and spread' },
      max: 1000,
      children: [
        {
          kind: 'levels',
          id: '5.1',
          number: '5.1',
          title: { vi: 'Duy trì thường xuyên, có người kế tục', en: 'Kept up, with people to carry it on' },
          max: 600,
          levels: fourLevels(600),
        },
        {
          kind: 'range',
          id: '5.2',
          number: '5.2',
          title: { vi: 'Khả năng nhân rộng', en: 'Can be copied elsewhere' },
          max: 400,
          step: 50,
        },
      ],
    },
    {
      kind: 'group',
      id: 'VI',
      number: 'VI',
      title: { vi: 'Hồ sơ và báo cáo', en: 'Files and reports' },
      max: 1000,
      children: [
        {
          kind: 'yes-no',
          id: '6.1',
          number: '6.1',
          title: { vi: 'Hồ sơ đầy đủ theo mẫu', en: 'Complete file in the prescribed form' },
          max: 500,
          evidence: { min: 1 },
        },
        {
          kind: 'count',
          id: '6.2',
          number: '6.2',
          title: {
            vi: 'Báo cáo đúng hạn (mỗi lần chậm trừ 1 điểm)',
            en: 'Reports on time (1 point off for each late one)',
          },
          max: 500,
          each: 100,
          from: 'max',
          unit: { vi: 'lần chậm', en: 'late reports' },
        },
      ],
    },
    {
      kind: 'group',
      id: 'VII',
      number: 'VII',
      title: { vi: 'Điểm cấp trên chấm', en: 'Points given by the superior' },
      max: 1000,
      scoredBy: 'superior',
      locked: true,
      children: [
        {
          kind: 'range',
          id: '7.1',
          number: '7.1',
          title: { vi: 'Kết quả kiểm tra, khảo sát thực tế', en: 'Findings of the visit on the spot' },
          max: 1000,
          step: 50,
        },
      ],
    },
  ],
  bonus: {
    max: 500,
    criteria: [
      {
        kind: 'count',
        id: 'B1',
        title: {
          vi: 'Được báo, đài cấp tỉnh trở lên giới thiệu (mỗi lần 1 điểm)',
          en: 'Reported by provincial or national media (1 point each)',
        },
        max: 200,
        each: 100,
        from: 'zero',
        evidence: { min: 1 },
      },
      {
        kind: 'count',
        id: 'B2',
        title: { vi: 'Được đơn vị khác nhân rộng (mỗi nơi 1 điểm)', en: 'Copied by another unit (1 point each)' },
        max: 300,
        each: 100,
        from: 'zero',
        evidence: { min: 1 },
      },
      {
        kind: 'levels',
        id: 'B3',
        title: { vi: 'Được khen thưởng', en: 'Commended' },
        max: 300,
        levels: [
          { id: 'nation', points: 300, title: { vi: 'Cấp trung ương', en: 'By the nation' } },
          { id: 'province', points: 200, title: { vi: 'Cấp tỉnh', en: 'By the province' } },
          { id: 'none', points: 0, title: { vi: 'Chưa có', en: 'Not yet' } },
        ],
        evidence: { min: 1 },
      },
    ],
  },
  deduction: {
    max: 800,
    criteria: [
      {
        kind: 'count',
        id: 'D1',
        title: {
          vi: 'Nộp hồ sơ chậm (mỗi ngày làm việc trừ 0,5 điểm)',
          en: 'File handed in late (0.5 point a working day)',
        },
        max: 300,
        each: 50,
        from: 'zero',
        unit: { vi: 'ngày chậm', en: 'days late' },
      },
      {
        kind: 'yes-no',
        id: 'D2',
        title: { vi: 'Số liệu báo cáo sai sót phải đính chính', en: 'Figures had to be corrected' },
        max: 500,
      },
    ],
  },
  order: ['rescale', 'bonus', 'clamp', 'deduction', 'clamp', 'round'],
  rounding: { to: 10, mode: 'half-up' },
  notApplicable: 'rescale',
  bands: [
    { id: 'excellent', title: { vi: 'Xuất sắc', en: 'Excellent' }, from: 9000 },
    { id: 'good', title: { vi: 'Tốt', en: 'Good' }, from: 8000, below: 9000 },
    { id: 'fair', title: { vi: 'Khá', en: 'Fair' }, from: 6500, below: 8000 },
    { id: 'acceptable', title: { vi: 'Đạt', en: 'Acceptable' }, from: 5000, below: 6500 },
    { id: 'not-reached', title: { vi: 'Chưa đạt', en: 'Not reached' }, from: 0, below: 5000 },
  ],
  conditions: [
    {
      id: 'not-registered',
      title: { vi: 'Chưa đăng ký với cơ quan phát động', en: 'Not registered with the launching body' },
      effect: { kind: 'ineligible' },
    },
    {
      id: 'law-breach',
      title: { vi: 'Vi phạm pháp luật trong quá trình thực hiện', en: 'The law was broken in carrying it out' },
      effect: { kind: 'ineligible' },
    },
    {
      id: 'untrue-figures',
      title: { vi: 'Số liệu không trung thực', en: 'Untrue figures' },
      effect: { kind: 'ineligible' },
    },
    {
      id: 'petitions-above',
      title: { vi: 'Phát sinh đơn thư vượt cấp do mô hình', en: 'Petitions to higher levels because of the model' },
      effect: { kind: 'at-most', band: 'fair' },
    },
    {
      id: 'disunity',
      title: { vi: 'Nội bộ mất đoàn kết', en: 'Disunity inside' },
      effect: { kind: 'lower', by: 1 },
    },
    {
      id: 'weak-effect',
      title: { vi: 'Nhóm “Hiệu quả” dưới một nửa số điểm', en: 'Group “Effect” below half of its points' },
      effect: { kind: 'at-most', band: 'acceptable' },
      when: { line: 'III', below: 1250 },
    },
  ],
  reasonAbove: 100,
  quota: {
    per: 'group',
    ties: 'council',
    limits: [
      {
        band: 'excellent',
        lowerTo: 'good',
        share: { numerator: 20, denominator: 100 },
        of: ['excellent', 'good'],
        rounding: 'down',
      },
    ],
  },
  tieBreak: ['3.1', '4.1'],
  variants: [
    {
      id: 'individual',
      title: { vi: 'Cá nhân', en: 'Individual' },
      registrantKinds: ['individual'],
      changes: [
        {
          op: 'set',
          node: '1.2',
          fields: {
            title: {
              vi: 'Bản thân và gia đình gương mẫu chấp hành chủ trương, pháp luật',
              en: 'Self and family set an example in keeping to policy and law',
            },
          },
        },
        {
          op: 'set',
          node: '4.2',
          fields: {
            title: {
              vi: 'Đề xuất giải pháp cho việc tồn đọng, bức xúc (mỗi giải pháp 1 điểm)',
              en: 'Solutions proposed to long-standing matters (1 point each)',
            },
            unit: { vi: 'giải pháp', en: 'solutions' },
          },
        },
      ],
    },
  ],
};
