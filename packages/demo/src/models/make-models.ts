import type { Role } from '@dvk/sdk/contract';
import {
  applyModelStep,
  applyRegistration,
  modelLifecycle,
  type ModelAction,
  type ModelStepInput,
  type ModelField,
  type ModelRegistration,
  type ModelStatus,
} from '@dvk/sdk/models';
import { formatPlace, type Commune } from '@dvk/sdk/places';
import { dateInVietnam } from '@dvk/sdk/text';
import type { Unit } from '@dvk/sdk/units';
import type { EventActor, HistoryEvent, ImportedModel } from '@dvk/server';
import { appraiser, secretariat, staffOf } from '../support/actors.ts';
import type { CodeCounter } from '../support/code-counter.ts';
import { expectAllowed, type DemoContext } from '../support/context.ts';
import { demoUnitCode, demoProvince, type DemoProvince } from '../units/province.ts';
import { apportion, Random, stableId } from '../support/random.ts';
import { sampleName } from '../support/sample-names.ts';
import { afterWorkingHours, daysBefore } from '../support/time.ts';
import { modelIdeas } from './ideas.ts';

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

type FinalStatus = Exclude<ModelStatus, 'revoked'>;

/** The steps that lead to a state. */
const stepsTo: Readonly<Record<FinalStatus, readonly ModelAction[]>> = {
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

/** Working hours (least, most) before a step, where it takes more or less than the usual day to two weeks. */
const workingHoursBefore: Readonly<Partial<Record<ModelAction, readonly [number, number]>>> = {
  return: [8, 40],
  start: [8, 60],
  'begin-self-assessment': [300, 660],
  'record-appraisal': [40, 120],
  recognise: [24, 120],
  decline: [24, 120],
};

/** Days ago that a model was registered, by the number of steps it has taken since: none, one, two, more. */
const ages = [
  [1, 20],
  [18, 60],
  [190, 260],
  [225, 330],
] as const;

/** Share of the models that the demo unit registers. */
const demoUnitShare = 0.12;

/** A model, and when each step was taken. */
export interface GeneratedModel {
  model: ImportedModel;
  stepTimes: ReadonlyMap<ModelAction, string>;
}

/** What is decided of a model before it is made. */
interface PlannedModel {
  /** Where it stands in the end. */
  status: FinalStatus;
  index: number;
  random: Random;
  registeredAt: string;
}

/** Models with their histories; at scale 1 as many as were published. */
export function makeModels(
  context: DemoContext,
  province: DemoProvince,
  codes: CodeCounter,
  scale: number,
): GeneratedModel[] {
  const total = Math.max(24, Math.round(registered * scale));
  const recognisedCount = Math.round((total * recognised) / registered);
  const counts = { ...apportion(total - recognisedCount, unrecognised), recognised: recognisedCount };
  const statuses = Object.entries(counts).flatMap(([status, count]) =>
    Array<FinalStatus>(count).fill(status as FinalStatus),
  );
  const planned = new Random(context.seed, 'models').shuffled(statuses).map((status, index): PlannedModel => {
    const random = new Random(context.seed, 'model', index);
    return { status, index, random, registeredAt: registrationTime(context, random, status) };
  });
  // In the order of their registration, because codes are numbered through the day.
  return planned
    .toSorted((a, b) => (a.registeredAt < b.registeredAt ? -1 : 1))
    .map((each) => makeModel(context, province, codes, each));
}

/** A moment in working hours, long enough ago for what has happened since. */
function registrationTime(context: DemoContext, random: Random, status: FinalStatus): string {
  const [least, most] = ages[Math.min(3, stepsTo[status].length)]!;
  return afterWorkingHours(context, random, daysBefore(context.now, random.integer(least, most)), 0, 6);
}

function makeModel(
  context: DemoContext,
  province: DemoProvince,
  codes: CodeCounter,
  { status, index, random, registeredAt }: PlannedModel,
): GeneratedModel {
  const unit = unitFor(random, province);
  const officer = staffOf(unit.id, 'unit-officer', province.unit(demoUnitCode).id);
  const registration = makeRegistration(context, province, random, unit, registeredAt);
  const code = codes.next('MH', dateInVietnam(registeredAt));
  const { changes, event } = expectAllowed(applyRegistration(registration, { unit, code }));
  const history: HistoryEvent[] = [{ ...event, at: registeredAt, actor: officer }];
  const id = stableId(context.seed, 'model', index);
  const model: ImportedModel = { ...changes, id, code, statusReason: null, history };
  const stepTimes = new Map<ModelAction, string>();
  for (const action of stepsTo[status]) {
    const [least, most] = workingHoursBefore[action] ?? [8, 80];
    const at = afterWorkingHours(context, random, history.at(-1)!.at, least, most);
    history.push(takeStep(model, action, at, officer));
    stepTimes.set(action, at);
  }
  return { model, stepTimes };
}

/** Takes a step by the rules of the SDK: changes the model and gives the event. */
function takeStep(model: ImportedModel, action: ModelAction, at: string, officer: EventActor): HistoryEvent {
  const step = modelLifecycle.find((each) => each.action === action && each.from.includes(model.status));
  const actor = [secretariat, appraiser].find(({ roles }) => step?.actors.some((role) => roles.includes(role)));
  const roles = (actor ?? officer).roles as Role[];
  const { changes, event } = expectAllowed(
    applyModelStep(
      model,
      {
        action,
        reason: reasons[action],
        ...(model.status === 'registered' && action === 'return' && whatToCorrect(at)),
      },
      { roles, concluded: true, now: at },
    ),
  );
  Object.assign(model, changes);
  return { ...event, at, actor: actor ?? officer };
}

/** Two boxes that the secretariat wants to be fuller, and twelve days for it. */
function whatToCorrect(at: string): Pick<ModelStepInput, 'remarks' | 'correctBy'> {
  return {
    remarks: [
      { field: 'content/schedule', text: 'Thiếu biên bản họp dân.' },
      { field: 'content/sustainability', text: 'Nêu người kế tục khi tổ trưởng nghỉ.' },
    ],
    correctBy: dateInVietnam(new Date(Date.parse(at) + 12 * 24 * 60 * 60 * 1000).toISOString()),
  };
}

function unitFor(random: Random, province: DemoProvince): Unit {
  if (random.chance(demoUnitShare)) return province.unit(demoUnitCode);
  if (random.chance(0.75)) return province.committeeOf(random.pick(province.communes));
  return random.pick(province.units.filter(({ kind }) => kind !== 'commune-committee' && kind !== 'central-unit'));
}

function communeFor(random: Random, province: DemoProvince, unit: Unit): Commune {
  return province.communes.find(({ code }) => code === unit.placeCode) ?? random.pick(province.communes);
}

function makeRegistration(
  context: DemoContext,
  province: DemoProvince,
  random: Random,
  unit: Unit,
  registeredAt: string,
): ModelRegistration {
  const field = random.weighted(fieldWeights);
  const idea = random.pick(modelIdeas[field]);
  const commune = communeFor(random, province, unit);
  const kind = commune.kind === 'ward' ? 'Khu phố' : 'Ấp';
  const neighbourhood = `${kind} ${random.integer(1, 12)}`;
  const households = random.integer(3, 40) * 10;
  const individual = !random.chance(collectiveShare);
  const person = sampleName(random);
  const startDate = dateInVietnam(afterWorkingHours(context, random, registeredAt, 40, 120));
  const year = startDate.slice(0, 4);
  return {
    registrantKind: individual ? 'individual' : 'collective',
    registrantName: individual ? person : undefined,
    intakeKind: random.chance(0.55) ? 'existing' : 'new',
    unitId: unit.id,
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
    budget: random.chance(0.7) ? random.integer(4, 200) * 500_000 : undefined,
    responsiblePerson: person,
    startDate,
    assessmentDate: startDate <= `${year}-11-15` ? `${year}-11-15` : `${year}-12-31`,
    endDate: `${year}-12-31`,
  };
}
