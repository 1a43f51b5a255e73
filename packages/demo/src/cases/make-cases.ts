import { addTerm, elapsedWorkingTime } from '@dvk/sdk/calendar';
import {
  applyCaseStep,
  applySubmission,
  type CaseActor,
  type CaseHistoryEntry,
  type CaseStepInput,
  type CaseSubmission,
  type CaseTopic,
} from '@dvk/sdk/cases';
import { formatPlace, type Commune } from '@dvk/sdk/places';
import { dateInVietnam } from '@dvk/sdk/text';
import type { Unit } from '@dvk/sdk/units';
import type { EventActor, HistoryEvent, ImportedCase } from '@dvk/server';
import { secretariat, sender, staffOf, visitor } from '../support/actors.ts';
import type { CodeCounter } from '../support/code-counter.ts';
import { expectAllowed, type DemoContext } from '../support/context.ts';
import { demoUnitCode, demoProvince, type DemoProvince } from '../units/province.ts';
import { stableId, type Random } from '../support/random.ts';
import { sampleName } from '../support/sample-names.ts';
import { afterWorkingHours } from '../support/time.ts';
import { planCases, type CaseOutcome, type PlannedCase } from './planned-cases.ts';
import { caseSubjects, extensionReasons, refusals, reopeningReasons, type CaseSubject } from './subjects.ts';

/** Of the reports handled about 2022 (sggp.org.vn): late with an approved extension, and satisfied or accepting. */
const extendedShare = 0.489;
const satisfiedShare = 0.777;
/** These shares are made up: answered late, reopened, rated, and handled by the demo unit. */
const lateShare = 0.05;
const reopenedShare = 0.03;
const ratedShare = 0.45;
const demoUnitShare = 0.15;

const prefixes = { report: 'PA', proposal: 'KN' } as const;

/** Cases with their histories; at scale 1 as many as were published, by topic in their proportion. */
export function makeCases(
  context: DemoContext,
  province: DemoProvince,
  codes: CodeCounter,
  scale: number,
): ImportedCase[] {
  return planCases(context, scale)
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
    .map((planned) => new CaseGenerator(context, province, codes, planned).make());
}

/** Makes one case, from its arrival to where it stands now. */
class CaseGenerator {
  readonly #context: DemoContext;
  readonly #random: Random;
  readonly #outcome: CaseOutcome;
  readonly #case: ImportedCase;
  readonly #steps: CaseHistoryEntry[] = [];
  readonly #history: HistoryEvent[] = [];
  readonly #subject: CaseSubject;
  /** The unit that handles it. */
  readonly #unit: Unit;
  readonly #demoUnitId: string;

  constructor(context: DemoContext, province: DemoProvince, codes: CodeCounter, planned: PlannedCase) {
    const { random, topic, receivedAt, outcome, index } = planned;
    this.#context = context;
    this.#random = random;
    this.#outcome = outcome;
    this.#demoUnitId = province.unit(demoUnitCode).id;
    this.#subject = random.pick(caseSubjects[topic]);
    const commune = communeOf(random, province);
    this.#unit = this.#subject.office ? province.unit(this.#subject.office) : province.committeeOf(commune);
    const submission = makeSubmission(random, topic, this.#subject, commune);
    const code = codes.next(prefixes[submission.kind], dateInVietnam(receivedAt));
    const { deadlines } = context;
    const { changes, event, entry } = applySubmission(submission, { code, now: receivedAt, deadlines });
    this.#case = {
      ...changes,
      id: stableId(context.seed, 'case', index),
      code,
      sender: null,
      channel: random.weighted({ web: 45, app: 25, phone: 24, 'in-person': 4, letter: 2 }),
      steps: this.#steps,
      history: this.#history,
    };
    this.#steps.push(entry);
    this.#history.push({ ...event, at: receivedAt, actor: visitor });
  }

  make(): ImportedCase {
    this.#takeSteps();
    return { ...this.#case, sender: sampleSender(this.#random) };
  }

  /** The steps that lead to the outcome. */
  #takeSteps(): void {
    const random = this.#random;
    if (this.#outcome === 'received') return;
    if (this.#outcome === 'refused') {
      this.#take({ action: 'refuse', reason: random.pick(refusals) }, this.#later(1, 7), secretariat);
      return;
    }
    this.#take({ action: 'accept' }, this.#later(0.5, 6), secretariat);
    if (this.#outcome === 'accepted') return;
    this.#take({ action: 'assign', unitId: this.#unit.id }, this.#later(0.2, 4), secretariat);
    if (this.#outcome === 'overdue') return;
    if (this.#outcome === 'in-progress') {
      if (random.chance(0.15)) this.#extend();
      return;
    }
    this.#handle();
    if (this.#outcome === 'reopened') {
      this.#reopen();
      return;
    }
    if (random.chance(reopenedShare)) {
      this.#reopen();
      this.#answer(this.#later(8, 30));
    }
    if (random.chance(ratedShare)) this.#rate();
    if (random.chance(0.85)) this.#take({ action: 'close' }, this.#later(2, 20), secretariat);
  }

  /** Answers in time, in time after an extension, or late. */
  #handle(): void {
    if (this.#random.chance(extendedShare)) this.#extend();
    const hoursLeft = this.#hoursLeft();
    if (this.#random.chance(lateShare)) this.#answer(this.#later(hoursLeft + 2, hoursLeft + 30));
    else this.#answer(this.#later(hoursLeft * 0.2, hoursLeft * 0.9));
  }

  #answer(at: string): void {
    const role = this.#random.chance(0.7) ? 'unit-officer' : 'unit-leader';
    const actor = staffOf(this.#unit.id, role, this.#demoUnitId);
    this.#take({ action: 'answer', answer: this.#subject.answer }, at, actor);
  }

  #extend(): void {
    const hoursLeft = this.#hoursLeft();
    const at = this.#later(hoursLeft * 0.3, hoursLeft * 0.6);
    const term = { amount: this.#random.integer(3, 5), unit: 'working-day' } as const;
    const until = addTerm(this.#context.deadlines.calendar, dateInVietnam(this.#case.dueAt), term);
    const reason = this.#random.pick(extensionReasons);
    const leader = staffOf(this.#unit.id, 'unit-leader', this.#demoUnitId);
    this.#take({ action: 'request-extension', until, reason }, at, leader);
    // Decided while the term runs: an extension that comes too late is none.
    this.#take({ action: 'extend' }, this.#later(0, this.#hoursLeft() * 0.3), secretariat);
  }

  #reopen(): void {
    const at = this.#later(4, 40);
    this.#take({ action: 'reopen', reason: this.#random.pick(reopeningReasons) }, at, sender);
  }

  #rate(): void {
    const random = this.#random;
    const satisfied = random.chance(satisfiedShare);
    const solved = satisfied ? random.integer(4, 5) : random.integer(1, 3);
    const rating = { solved, attitude: Math.min(5, solved + random.integer(0, 1)) };
    this.#take({ action: 'rate', rating }, this.#later(1, 30), sender);
  }

  /** When the last step was taken. */
  get #lastAt(): string {
    return this.#history.at(-1)!.at;
  }

  /** Working hours from the last step to the due date. */
  #hoursLeft(): number {
    return elapsedWorkingTime(this.#context.deadlines.calendar, this.#lastAt, this.#case.dueAt) / 60;
  }

  /** A moment `least` to `most` working hours after the last step, and not after now. */
  #later(least: number, most: number): string {
    const at = afterWorkingHours(this.#context, this.#random, this.#lastAt, least, most);
    return at < this.#context.now ? at : this.#context.now;
  }

  /** Takes one step by the rules of the SDK. */
  #take(input: CaseStepInput, at: string, actor: EventActor): void {
    const { changes, event, entry } = expectAllowed(
      applyCaseStep({ extensionRequest: null, ...this.#case }, input, {
        actors: actor.roles as CaseActor[],
        now: at,
        unit: this.#unit,
        deadlines: this.#context.deadlines,
        history: this.#steps,
      }),
    );
    Object.assign(this.#case, changes);
    this.#steps.push(entry);
    this.#history.push({ ...event, at, actor });
  }
}

function communeOf(random: Random, province: DemoProvince): Commune {
  const ofDemoUnit = province.unit(demoUnitCode).placeCode;
  if (random.chance(demoUnitShare)) return province.communes.find(({ code }) => code === ofDemoUnit)!;
  return random.pick(province.communes);
}

function makeSubmission(random: Random, topic: CaseTopic, subject: CaseSubject, commune: Commune): CaseSubmission {
  const place = `${random.pick(['đường số', 'hẻm số', 'khu phố', 'tổ'])} ${random.integer(1, 30)}`;
  const at = (where: string, text: string) => text.replaceAll('{nơi}', where);
  return {
    kind: /^(?:Đề nghị|Góp ý)/.test(subject.title) ? 'proposal' : 'report',
    topic,
    // As people write: lists and records name the commune beside it.
    title: at(place, subject.title),
    content: at(`${place}, ${formatPlace(commune)}`, subject.content),
    provinceCode: demoProvince,
    communeCode: commune.code,
    address: upperFirst(place),
    consent: true,
  };
}

/** Who sent a case, where that is known; the numbers and addresses belong to nobody. */
function sampleSender(random: Random): ImportedCase['sender'] {
  if (!random.chance(0.6)) return null;
  const phone = random.chance(0.8) ? `0900000${String(random.integer(0, 999)).padStart(3, '0')}` : null;
  const name = sampleName(random);
  return { name, phone, email: random.chance(0.3) ? `mau${random.integer(1, 999)}@example.com` : null };
}

const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
