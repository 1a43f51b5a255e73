import type { Role } from '@dvk/sdk/contract';
import { applyModelStep, modelLifecycle, type ModelAction, type ModelField, type ModelStatus } from '@dvk/sdk/models';
import { formatPlace, type Commune } from '@dvk/sdk/places';
import { dateInVietnam, makeCode } from '@dvk/sdk/text';
import type { Unit } from '@dvk/sdk/units';
import type { EventActor, PastEvent } from '../events/index.ts';
import { modelSearchText } from '../models/routes.ts';
import { modelRecords, type ModelRow } from '../models/table.ts';
import { subjectOf } from '../records/records.ts';
import { apportion, Dice, stableId } from './dice.ts';
import { modelIdeas } from './model-ideas.ts';
import { demoUnitCode } from './persons.ts';
import { demoProvince, type DemoProvince } from './province.ts';
import { sampleName } from './sample-names.ts';
import type { SerialBook } from './serials.ts';
import { afterWork, allowed, daysBefore, History, staff, type Setting } from './history.ts';

/** Models registered in Bà Rịa – Vũng Tàu in 2021, and of these recognised (Báo Bà Rịa – Vũng Tàu, 12/2021). */
const registered = 2071;
const recognised = 1808;
/** Of the models registered in U Minh Thượng in 2019, by collectives and by persons: 316 + 16 (its own page, 2019). */
const collectiveShare = 316 / 332;

/** How the others stand; no figures were published, these are ours. */
const unrecognised: Readonly<Record<Exclude<ModelStatus, 'recognised' | 'revoked'>, number>> = {
  registered: 60,
  building: 70,
  'self-assessing': 35,
  'awaiting-appraisal': 30,
  appraised: 15,
  returned: 12,
  'not-recognised': 26,
  paused: 9,
  withdrawn: 6,
};

/** Fields by how often; ours. */
const fieldWeights: Readonly<Record<ModelField, number>> = {
  economy: 30,
  'culture-society': 42,
  'defence-security': 14,
  'political-system': 14,
};

/** The steps that lead to a state. */
const ways: Readonly<Record<Exclude<ModelStatus, 'revoked'>, readonly ModelAction[]>> = {
  registered: [],
  returned: ['return'],
  building: ['start'],
  paused: ['start', 'pause'],
  withdrawn: ['start', 'withdraw'],
  'self-assessing': ['start', 'begin-self-assessment'],
  'awaiting-appraisal': ['start', 'begin-self-assessment', 'submit-for-appraisal'],
  appraised: ['start', 'begin-self-assessment', 'submit-for-appraisal', 'record-appraisal'],
  recognised: ['start', 'begin-self-assessment', 'submit-for-appraisal', 'record-appraisal', 'recognise'],
  'not-recognised': ['start', 'begin-self-assessment', 'submit-for-appraisal', 'record-appraisal', 'decline'],
};

const reasons: Readonly<Partial<Record<ModelAction, string>>> = {
  return: 'Mục tiêu chưa đo được; đề nghị nêu con số và ngày đánh giá cụ thể.',
  pause: 'Tạm dừng để bố trí lại nhân lực.',
  withdraw: 'Gộp với một mô hình cùng nội dung trên địa bàn.',
  decline: 'Kết quả chưa đạt mục tiêu đã đăng ký; đề nghị tiếp tục xây dựng.',
};

const secretariat: EventActor = { subject: 'demo-secretariat', roles: ['secretariat'], unitId: null };
const appraiser: EventActor = { subject: 'demo-appraiser', roles: ['appraiser'], unitId: null };

/** Working hours from the registration to the first step, and between steps: months, as in real use. */
const pace: Readonly<Partial<Record<ModelAction, readonly [number, number]>>> = {
  return: [8, 40],
  start: [8, 60],
  'begin-self-assessment': [300, 660],
  'record-appraisal': [40, 120],
  recognise: [24, 120],
  decline: [24, 120],
};
const usualPace = [8, 80] as const;

/** Days ago that a model was registered, by the number of steps it has taken since: none, one, two, more. */
const ages = [
  [1, 20],
  [18, 60],
  [190, 260],
  [225, 330],
] as const;

/** Share of the models that the unit registers which visitors can try. */
const demoUnitShare = 0.12;

/** A model with its history. */
export interface ModelWithHistory {
  row: ModelRow;
  events: PastEvent[];
  /** When each step was taken. */
  moments: ReadonlyMap<ModelAction, string>;
}

/** Models with their histories; at scale 1 as many as were published. */
export function makeModels(
  setting: Setting,
  province: DemoProvince,
  serials: SerialBook,
  scale: number,
): ModelWithHistory[] {
  const total = Math.max(24, Math.round(registered * scale));
  const done = Math.round((total * recognised) / registered);
  const counts = { ...apportion(total - done, unrecognised), recognised: done };
  const fates = Object.entries(counts).flatMap(([status, count]) =>
    Array<keyof typeof ways>(count).fill(status as keyof typeof ways),
  );
  const order = new Dice(setting.seed, 'models').shuffled(fates);
  // In the order of their registration, because codes count through the day.
  const begun = order
    .map((status, index) => {
      const dice = new Dice(setting.seed, 'model', index);
      return { status, index, dice, createdAt: registrationOf(setting, dice, status) };
    })
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return begun.map((each) => makeModel(setting, province, serials, each));
}

/** A registration in working hours, long enough ago for what has happened since. */
function registrationOf(setting: Setting, dice: Dice, status: keyof typeof ways): string {
  const [least, most] = ages[Math.min(3, ways[status].length)]!;
  return afterWork(setting, dice, daysBefore(setting.now, dice.whole(least, most)), 0, 6);
}

interface Beginning {
  status: keyof typeof ways;
  index: number;
  dice: Dice;
  createdAt: string;
}

function makeModel(setting: Setting, province: DemoProvince, serials: SerialBook, begun: Beginning): ModelWithHistory {
  const { dice, index, createdAt } = begun;
  const id = stableId(setting.seed, 'model', index);
  const history = new History(subjectOf(modelRecords, id));
  const unit = unitFor(dice, province);
  const day = dateInVietnam(createdAt);
  const row = describe(setting, province, dice, unit, {
    id,
    createdAt,
    code: makeCode('MH', day, serials.next(`model ${day}`)),
  });
  const officer = staff('unit-officer', unit.id, province.unit(demoUnitCode).id);
  history.add({ kind: 'model.registered', data: { to: row.status, code: row.code } }, createdAt, officer);
  const moments = new Map<ModelAction, string>();
  for (const action of ways[begun.status]) {
    takeStep(setting, dice, history, row, action, officer);
    moments.set(action, row.updatedAt);
  }
  return { row, events: history.events, moments };
}

function takeStep(
  setting: Setting,
  dice: Dice,
  history: History,
  row: ModelRow,
  action: ModelAction,
  officer: EventActor,
): void {
  const [least, most] = pace[action] ?? usualPace;
  const at = afterWork(setting, dice, row.updatedAt, least, most);
  const actors = modelLifecycle.find((each) => each.action === action && each.from.includes(row.status))?.actors ?? [];
  const actor = actors.includes('secretariat') ? secretariat : actors.includes('appraiser') ? appraiser : officer;
  const roles = actor.roles as Role[];
  const { changes, event } = allowed(
    applyModelStep(row, { action, reason: reasons[action] }, { roles, concluded: true }),
  );
  history.add(event, at, actor);
  Object.assign(row, changes, { updatedAt: at, version: row.version + 1 });
}

function unitFor(dice: Dice, province: DemoProvince): Unit {
  if (dice.chance(demoUnitShare)) return province.unit(demoUnitCode);
  if (dice.chance(0.75)) return province.committeeOf(dice.pick(province.communes));
  return dice.pick(province.units.filter((unit) => unit.kind !== 'commune-committee' && unit.kind !== 'central-unit'));
}

function communeFor(dice: Dice, province: DemoProvince, unit: Unit): Commune {
  return province.communes.find(({ code }) => code === unit.placeCode) ?? dice.pick(province.communes);
}

function describe(
  setting: Setting,
  province: DemoProvince,
  dice: Dice,
  unit: Unit,
  known: Pick<ModelRow, 'id' | 'code' | 'createdAt'>,
): ModelRow {
  const field = dice.weighted(fieldWeights);
  const idea = dice.pick(modelIdeas[field]);
  const commune = communeFor(dice, province, unit);
  const kind = commune.kind === 'ward' ? 'Khu phố' : 'Ấp';
  const neighbourhood = `${kind} ${dice.whole(1, 12)}`;
  const households = dice.whole(3, 40) * 10;
  const individual = !dice.chance(collectiveShare);
  const person = sampleName(dice);
  const start = dateInVietnam(afterWork(setting, dice, known.createdAt, 40, 120));
  const year = start.slice(0, 4);
  const row: ModelRow = {
    ...known,
    tenant: setting.tenant,
    version: 1,
    updatedAt: known.createdAt,
    status: 'registered',
    statusReason: null,
    ownerUnitId: unit.id,
    registrantKind: individual ? 'individual' : 'collective',
    registrantName: individual ? person : null,
    intakeKind: dice.chance(0.55) ? 'existing' : 'new',
    unitId: unit.id,
    unitName: unit.name,
    name: `${idea.name} – ${neighbourhood}, ${formatPlace(commune)}`,
    field,
    tags: [...idea.tags],
    provinceCode: demoProvince,
    communeCode: commune.code,
    address: neighbourhood,
    content: {
      situation: `${idea.problem} Khảo sát tại ${neighbourhood} cho thấy ${households} hộ bị ảnh hưởng.`,
      goals: idea.goal,
      activities: idea.way,
      beneficiaries: `${neighbourhood}, ${formatPlace(commune)}: khoảng ${households} hộ dân.`,
      forces: `${unit.name} chủ trì; Mặt trận, đoàn thể và tổ tự quản ${neighbourhood} phối hợp; hộ dân cùng tham gia.`,
      resources: 'Ngày công của người dân, kinh phí vận động và một phần kinh phí của đơn vị.',
      schedule: 'Chuẩn bị trong tháng đầu, thực hiện và kiểm tra hằng quý, tự đánh giá trước khi kết thúc năm.',
      outputs: idea.output,
      sustainability: 'Đưa vào quy ước của khu dân cư, có người phụ trách; sẵn sàng chia sẻ cách làm với nơi khác.',
    },
    budget: dice.chance(0.7) ? dice.whole(4, 200) * 500_000 : null,
    responsiblePerson: person,
    startDate: start,
    assessmentDate: start <= `${year}-11-15` ? `${year}-11-15` : `${year}-12-31`,
    endDate: `${year}-12-31`,
    searchText: '',
  };
  return { ...row, searchText: modelSearchText(row) };
}
