import { addTerm, elapsedWorkingTime } from '@dvk/sdk/calendar';
import {
  applyCaseStep,
  applySubmission,
  type CaseActor,
  type CaseHistoryEntry,
  type CaseStepInput,
  type CaseTopic,
  type DeadlineRules,
} from '@dvk/sdk/cases';
import { formatPlace, type Commune } from '@dvk/sdk/places';
import { dateInVietnam, makeCode } from '@dvk/sdk/text';
import type { Unit } from '@dvk/sdk/units';
import { caseSearchText, codePrefix } from '../cases/routes.ts';
import type { Sender } from '../cases/sender.ts';
import { caseRecords, type CaseRow } from '../cases/table.ts';
import type { EventActor, PastEvent } from '../events/index.ts';
import { subjectOf } from '../records/records.ts';
import { caseSubjects, extensionReasons, refusals, reopeningReasons, type CaseSubject } from './case-subjects.ts';
import { apportion, Dice, stableId } from './dice.ts';
import { demoUnitCode } from './persons.ts';
import { demoProvince, type DemoProvince } from './province.ts';
import { sampleName } from './sample-names.ts';
import type { SerialBook } from './serials.ts';
import { afterWork, allowed, daysBefore, History, sender, staff, visitor, type Setting } from './history.ts';

/**
 * Half a year of Hue-S, the field-report system of Huế, in 2019 (baomoi.net.vn, “Người dân Huế phàn nàn lĩnh vực nào
 * nhất …”): about 4,000 reports came in, 2,708 were taken up, of these 2,327 handled and 381 still open.
 */
const received = 4000;
const takenUp = 2708;
const handled = 2327;

/** Those taken up, by field, from the same page. */
const topicCounts: Readonly<Record<CaseTopic, number>> = {
  'urban-order': 1073,
  environment: 611,
  infrastructure: 489,
  telecom: 202,
  'public-utilities': 107,
  tourism: 27,
  'administrative-procedure': 21,
  other: 178,
};

/** Of the reports handled about 2022 (sggp.org.vn): late with an approved extension, and satisfied or accepting. */
const extendedShare = 0.489;
const satisfiedShare = 0.777;
/** Ours. */
const lateShare = 0.05;
const reopenedShare = 0.03;
const ratedShare = 0.45;
const demoUnitShare = 0.15;

type Fate = 'refused' | 'handled' | 'received' | 'accepted' | 'in-progress' | 'overdue' | 'reopened';
/** How the open ones stand; ours. */
const openFates: Readonly<Record<Exclude<Fate, 'refused' | 'handled'>, number>> = {
  received: 20,
  accepted: 12,
  'in-progress': 48,
  overdue: 14,
  reopened: 6,
};

/** Days ago that a report came in, by what has become of it. */
const ages: Readonly<Record<Fate, readonly [number, number]>> = {
  refused: [2, 178],
  handled: [32, 178],
  received: [0, 1],
  accepted: [1, 3],
  'in-progress': [3, 11],
  overdue: [24, 40],
  reopened: [36, 60],
};

const secretariat: EventActor = { subject: 'demo-secretariat', roles: ['secretariat'], unitId: null };

/** A case with everything that goes with it, but its secret. */
export interface CaseWithHistory {
  row: Omit<CaseRow, 'secretHash'>;
  steps: CaseHistoryEntry[];
  events: PastEvent[];
  sender: Sender | null;
}

/** Cases with their histories; at scale 1 as many as were published, by field in their proportion. */
export function makeCases(
  setting: Setting,
  rules: DeadlineRules,
  province: DemoProvince,
  serials: SerialBook,
  scale: number,
): CaseWithHistory[] {
  const total = Math.max(60, Math.round(received * scale));
  const up = Math.round((total * takenUp) / received);
  const done = Math.round((total * handled) / received);
  const topics = { ...apportion(up, topicCounts) };
  const fates: Record<Fate, number> = { refused: total - up, handled: done, ...apportion(up - done, openFates) };
  const dice = new Dice(setting.seed, 'cases');
  const spread = <K extends string>(counts: Record<K, number>) =>
    (Object.entries(counts) as [K, number][]).flatMap(([key, count]) => Array<K>(count).fill(key));
  const topicOrder = dice.shuffled(spread(topics));
  const begun = dice.shuffled(spread(fates)).map((fate, index) => {
    const own = new Dice(setting.seed, 'case', index);
    // The published fields are those of reports taken up; the others follow the same proportion.
    const topic = fate === 'refused' ? own.weighted(topicCounts) : topicOrder.pop()!;
    return { fate, topic, index, dice: own, receivedAt: arrival(setting, own, fate) };
  });
  return begun
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
    .map((each) => new CaseMaker(setting, rules, province, serials, each).make());
}

/** Citizens write at any hour between six and ten in the evening. */
function arrival({ now }: Setting, dice: Dice, fate: Fate): string {
  const [least, most] = ages[fate];
  const day = dateInVietnam(daysBefore(now, least + dice.next() * (most - least)));
  const at = new Date(Date.parse(`${day}T06:00:00+07:00`) + dice.whole(0, 16 * 3600) * 1000).toISOString();
  return at < now ? at : daysBefore(now, dice.whole(1, 50) / 1000);
}

interface Begun {
  fate: Fate;
  topic: CaseTopic;
  index: number;
  dice: Dice;
  receivedAt: string;
}

/** Makes one case, from its arrival to where it stands now. */
class CaseMaker {
  readonly #setting: Setting;
  readonly #rules: DeadlineRules;
  readonly #dice: Dice;
  readonly #fate: Fate;
  readonly #history: History;
  readonly #steps: CaseHistoryEntry[] = [];
  readonly #row: Omit<CaseRow, 'secretHash'>;
  readonly #subject: CaseSubject;
  readonly #unit: Unit;
  readonly #demoUnitId: string;

  constructor(setting: Setting, rules: DeadlineRules, province: DemoProvince, serials: SerialBook, begun: Begun) {
    const { dice, topic, receivedAt, fate } = begun;
    this.#setting = setting;
    this.#rules = rules;
    this.#dice = dice;
    this.#fate = fate;
    this.#demoUnitId = province.unit(demoUnitCode).id;
    this.#subject = dice.pick(caseSubjects[topic]);
    const commune = communeOf(dice, province);
    this.#unit = this.#subject.office ? province.unit(this.#subject.office) : province.committeeOf(commune);
    const id = stableId(setting.seed, 'case', begun.index);
    this.#history = new History(subjectOf(caseRecords, id));
    const place = `${dice.pick(['đường số', 'hẻm số', 'khu phố', 'tổ'])} ${dice.whole(1, 30)}`;
    const fill = (text: string) => text.replaceAll('{nơi}', `${place}, ${lowerFirst(formatPlace(commune))}`);
    const kind =
      this.#subject.title.startsWith('Đề nghị') || this.#subject.title.startsWith('Góp ý') ? 'proposal' : 'report';
    const day = dateInVietnam(receivedAt);
    const title = fill(this.#subject.title);
    const content = fill(this.#subject.content);
    const code = makeCode(codePrefix[kind], day, serials.next(`case ${codePrefix[kind]} ${day}`));
    const { changes, event, entry } = applySubmission(
      {
        kind,
        topic,
        title,
        content,
        provinceCode: demoProvince,
        communeCode: commune.code,
        address: upperFirst(place),
        consent: true,
      },
      { code, now: receivedAt, deadlines: rules },
    );
    this.#row = {
      ...changes,
      tenant: setting.tenant,
      id,
      version: 1,
      createdAt: receivedAt,
      updatedAt: receivedAt,
      code,
      channel: dice.weighted({ web: 45, app: 25, phone: 24, 'in-person': 4, letter: 2 }),
      searchText: caseSearchText({ code, title, content }),
    };
    this.#steps.push(entry);
    this.#history.add(event, receivedAt, visitor);
  }

  make(): CaseWithHistory {
    const row = this.#row;
    this.#takeCourse();
    return { row, steps: this.#steps, events: this.#history.events, sender: this.#sender() };
  }

  #takeCourse(): void {
    const dice = this.#dice;
    if (this.#fate === 'received') return;
    if (this.#fate === 'refused')
      return this.#step({ action: 'refuse', reason: dice.pick(refusals) }, this.#soon(1, 7), secretariat);
    this.#step({ action: 'accept' }, this.#soon(0.5, 6), secretariat);
    if (this.#fate === 'accepted') return;
    this.#step({ action: 'assign', unitId: this.#unit.id }, this.#soon(0.2, 4), secretariat);
    if (this.#fate === 'overdue') return;
    if (this.#fate === 'in-progress') {
      if (dice.chance(0.15)) this.#extend();
      return;
    }
    this.#handle();
    if (this.#fate === 'reopened') return this.#reopen();
    if (dice.chance(reopenedShare)) {
      this.#reopen();
      this.#answer(this.#soon(8, 30));
    }
    if (dice.chance(ratedShare)) this.#rate();
    if (dice.chance(0.85)) this.#step({ action: 'close' }, this.#soon(2, 20), secretariat);
  }

  /** To the answer: in time, in time after an extension, or late. */
  #handle(): void {
    const dice = this.#dice;
    if (dice.chance(extendedShare)) this.#extend();
    const left = elapsedWorkingTime(this.#setting.calendar, this.#row.updatedAt, this.#row.dueAt) / 60;
    if (dice.chance(lateShare)) this.#answer(this.#soon(left + 2, left + 30));
    else this.#answer(this.#soon(left * 0.2, left * 0.9));
  }

  #answer(at: string): void {
    const actor = staff(this.#dice.chance(0.7) ? 'unit-officer' : 'unit-leader', this.#unit.id, this.#demoUnitId);
    this.#step({ action: 'answer', answer: this.#subject.answer }, at, actor);
  }

  #extend(): void {
    const row = this.#row;
    const left = elapsedWorkingTime(this.#setting.calendar, row.updatedAt, row.dueAt) / 60;
    const at = this.#soon(left * 0.3, left * 0.6);
    const last = dateInVietnam(row.dueAt);
    const until = addTerm(this.#setting.calendar, last, { amount: this.#dice.whole(3, 5), unit: 'working-day' });
    const reason = this.#dice.pick(extensionReasons);
    this.#step({ action: 'extend', until, reason }, at, staff('unit-leader', this.#unit.id, this.#demoUnitId));
  }

  #reopen(): void {
    const at = this.#soon(4, 40);
    this.#step({ action: 'reopen', reason: this.#dice.pick(reopeningReasons) }, at, sender);
  }

  #rate(): void {
    const dice = this.#dice;
    const satisfied = dice.chance(satisfiedShare);
    const solved = satisfied ? dice.whole(4, 5) : dice.whole(1, 3);
    const rating = { solved, attitude: Math.min(5, solved + dice.whole(0, 1)) };
    this.#step({ action: 'rate', rating }, this.#soon(1, 30), sender);
  }

  /** So many working hours after the last step, and not after now. */
  #soon(least: number, most: number): string {
    const at = afterWork(this.#setting, this.#dice, this.#row.updatedAt, least, most);
    return at < this.#setting.now ? at : this.#setting.now;
  }

  /** One step, by the rules of the SDK: row, history and event change together. */
  #step(input: CaseStepInput, at: string, actor: EventActor): void {
    const row = this.#row;
    const { changes, event, entry } = allowed(
      applyCaseStep(row, input, {
        actors: actor.roles as CaseActor[],
        now: at,
        unit: this.#unit,
        deadlines: this.#rules,
        history: this.#steps,
      }),
    );
    Object.assign(row, changes, { updatedAt: at, version: row.version + 1 });
    this.#steps.push(entry);
    this.#history.add(event, at, actor);
  }

  #sender(): Sender | null {
    const dice = this.#dice;
    if (!dice.chance(0.6)) return null;
    // Numbers and addresses that belong to nobody.
    const phone = dice.chance(0.8) ? `0900000${String(dice.whole(0, 999)).padStart(3, '0')}` : null;
    return { name: sampleName(dice), phone, email: dice.chance(0.3) ? `mau${dice.whole(1, 999)}@example.com` : null };
  }
}

function communeOf(dice: Dice, province: DemoProvince): Commune {
  const own = province.unit(demoUnitCode).placeCode;
  if (dice.chance(demoUnitShare)) return province.communes.find(({ code }) => code === own)!;
  return dice.pick(province.communes);
}

const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
