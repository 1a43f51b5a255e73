import { html, type TemplateResult } from 'lit';
import type { PublicCase } from '@dvk/sdk/cases';
import { casesRate, casesReopen } from '@dvk/sdk/constraints';
import type { Choice } from '../choice-field/dvk-choice-field.ts';
import { contractField } from '../form/contract-field.ts';
import type { Step } from '../form/steps.ts';
import { dissatisfiedIcon } from '../icons/dissatisfied.ts';
import { neutralIcon } from '../icons/neutral.ts';
import { satisfiedIcon } from '../icons/satisfied.ts';
import { veryDissatisfiedIcon } from '../icons/very-dissatisfied.ts';
import { verySatisfiedIcon } from '../icons/very-satisfied.ts';
import type { Client } from '../internal/connection.ts';
import type { foundCase } from '../locale/found-case/vi.ts';

/** The steps that only the sender takes, each with the body that is sent. */
const bodies = { rate: casesRate, reopen: casesReopen };

export type SenderAction = keyof typeof bodies;

const faces = [veryDissatisfiedIcon, dissatisfiedIcon, neutralIcon, satisfiedIcon, verySatisfiedIcon];

/** The steps open to the sender; what each asks for follows from its body. */
export function senderSteps({ actions }: PublicCase): Step<SenderAction>[] {
  const all = Object.keys(bodies) as SenderAction[];
  return all
    .filter((action) => actions.includes(action))
    .map((action) => ({ action, needs: Object.keys(bodies[action].fields) }));
}

/** The fields of the sender's steps. */
export function senderFields({ rating }: PublicCase, texts: typeof foundCase): Record<string, () => TemplateResult> {
  const mark = (name: 'solved' | 'attitude') => {
    const { min } = casesRate.fields[name];
    const options = texts.marks.map((label, at): Choice => ({ value: String(min + at), label, icon: faces[at]! }));
    return html`<dvk-choice-field
      type="scale"
      name=${name}
      label=${texts[name]}
      value=${rating?.[name] ?? ''}
      .options=${options}
      required
    ></dvk-choice-field>`;
  };
  return {
    solved: () => mark('solved'),
    attitude: () => mark('attitude'),
    comment: () => contractField({ body: casesRate, name: 'comment', label: texts.comment, value: rating?.comment }),
    reason: () => contractField({ body: casesReopen, name: 'reason', label: texts.reopenReason }),
  };
}

/** The code of a case, and the secret that its sender alone has; who is signed in needs none for one of their own. */
export interface Proof {
  params: { code: string };
  headers: { 'case-secret'?: string };
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
