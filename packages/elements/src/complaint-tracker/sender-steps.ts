import { html, type TemplateResult } from 'lit';
import type { PublicCase } from '@dvk/sdk/cases';
import { casesRate, casesReopen } from '@dvk/sdk/constraints';
import { contractField } from '../form/contract-field.ts';
import type { Step } from '../form/steps.ts';
import type { Client } from '../internal/connection.ts';
import type { complaintTracker } from './vi.ts';

/** The steps that only the sender takes, each with the body that is sent. */
const bodies = { rate: casesRate, reopen: casesReopen };

export type SenderAction = keyof typeof bodies;

/** The steps open to the sender; what each asks for follows from its body. */
export function senderSteps({ actions }: PublicCase): Step<SenderAction>[] {
  const all = Object.keys(bodies) as SenderAction[];
  return all
    .filter((action) => actions.includes(action))
    .map((action) => ({ action, needs: Object.keys(bodies[action].fields) }));
}

/** The fields of the sender's steps. */
export function senderFields(
  { rating }: PublicCase,
  texts: typeof complaintTracker,
): Record<string, () => TemplateResult> {
  const mark = (name: 'solved' | 'attitude') => {
    const { min, max } = casesRate.fields[name];
    const options = Array.from({ length: max - min + 1 }, (_, at) => String(min + at));
    return html`<dvk-choice-field
      class="marks"
      name=${name}
      label=${texts[name]}
      value=${rating?.[name] ?? ''}
      .options=${options.map((value) => ({ value, label: value }))}
      inline
      required
    ></dvk-choice-field>`;
  };
  return {
    solved: () =>
      html`<p class="lead">${texts.ratingIntro}</p>
        ${mark('solved')}`,
    attitude: () => mark('attitude'),
    comment: () => contractField({ body: casesRate, name: 'comment', label: texts.comment, value: rating?.comment }),
    reason: () => contractField({ body: casesReopen, name: 'reason', label: texts.reopenReason }),
  };
}

/** The code of a case, and the secret that its sender alone has. */
export interface Proof {
  params: { code: string };
  headers: { 'case-secret': string };
}

/** Sends a step with what stands in its form. */
export function sendStep(
  { cases }: Client,
  action: SenderAction,
  values: Record<string, unknown>,
  proof: Proof,
): PromiseLike<PublicCase> {
  const { solved, attitude, comment, reason } = values as Record<string, string>;
  return action === 'rate'
    ? cases.rate({ ...proof, body: { solved: Number(solved), attitude: Number(attitude), comment } })
    : cases.reopen({ ...proof, body: { reason: reason! } });
}
