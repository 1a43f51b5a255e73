import type { TermRule } from '../calendar/term-rules.ts';
import type { Bilingual } from '../errors/input-error.ts';
import type { LegalBasis } from '../law/index.ts';
import { personalDataDecree } from './law.ts';
import { dataRequestKinds, type DataRequestKind } from './lifecycle.ts';

/** The matter under which the terms of a kind of request stand: `data-erasure`. */
export const matterOf = (kind: DataRequestKind) => `data-${kind}` as const;

const receipt: Bilingual = { vi: 'tiếp nhận yêu cầu', en: 'receipt of the request' };
const unsure = (note: string): LegalBasis => ({ ...personalDataDecree, confidence: 'from-memory', note });

const known: Pick<TermRule, 'amount' | 'basis'> = { amount: 15, basis: personalDataDecree };
const other = (amount: number) => ({
  amount,
  basis: unsure('Nguồn thứ cấp chỉ nêu 10–20 ngày tùy loại yêu cầu; cần đối chiếu văn bản cho từng loại.'),
});

/** Reports of the decree give 15 days for ending the use of data, and 10 to 20 for the rest. */
const amounts: Readonly<Record<DataRequestKind, Pick<TermRule, 'amount' | 'basis'>>> = {
  access: other(10),
  correction: other(10),
  erasure: other(20),
  restriction: known,
  withdrawal: known,
  objection: known,
};

/**
 * The terms of requests about personal data, as reports of the decree give them: to be checked against its text. The terms of
 * a province go before them, as everywhere; their matters are those of {@link matterOf}.
 */
export const dataRequestTerms: readonly TermRule[] = dataRequestKinds.flatMap((kind): TermRule[] => [
  {
    id: `data.${kind}.respond`,
    matter: matterOf(kind),
    step: 'respond',
    name: { vi: 'Thời hạn phản hồi người yêu cầu', en: 'Term to respond to whoever asks' },
    startEvent: receipt,
    amount: 2,
    unit: 'working-day',
    rollToWorkingDay: false,
    basis: personalDataDecree,
  },
  {
    id: `data.${kind}.resolve`,
    matter: matterOf(kind),
    step: 'resolve',
    name: { vi: 'Thời hạn thực hiện yêu cầu', en: 'Term to carry the request out' },
    startEvent: receipt,
    unit: 'calendar-day',
    rollToWorkingDay: false,
    extensions: [{ complexity: 'complex', minReasons: 1, times: 1, amount: 15 }],
    ...amounts[kind],
  },
]);
