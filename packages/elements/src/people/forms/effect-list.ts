import { css, html, nothing, type TemplateResult } from 'lit';
import type { EndingEffect } from '@dvk/sdk/people';
import { infoIcon } from '../../icons/info.ts';
import { warningIcon } from '../../icons/warning.ts';
import type { peopleForms } from '../../locale/people-forms/vi.ts';

/** What ending a role, or leaving, would bring about. */
export function effectList({ alsoEnding, leftWithout }: EndingEffect, texts: typeof peopleForms): TemplateResult {
  const placeOf = ({ unitName, moreUnits }: EndingEffect['leftWithout'][number]) => {
    if (unitName === null) return texts.wholeTenant;
    return moreUnits > 0 ? texts.andMoreUnits(unitName, moreUnits) : unitName;
  };
  return html`${
    leftWithout.length === 0
      ? html`<p class="ending-effect">${infoIcon}<span>${texts.effectNone}</span></p>`
      : leftWithout.map(
          (each) =>
            html`<p class="ending-effect warning">
              ${warningIcon}<b>${texts.leftWithout(texts.roles[each.role], placeOf(each))}</b>
            </p>`,
        )
  }
  ${
    alsoEnding.length > 0
      ? html`<p>${texts.alsoEnding(alsoEnding.length)}</p>
          <ul class="also-ending">
            ${alsoEnding.map(
              ({ personName, role, unitName }) =>
                html`<li>${texts.alsoOne(personName, texts.roles[role], unitName ?? texts.wholeTenant)}</li>`,
            )}
          </ul>`
      : nothing
  }`;
}

export const effectListStyles = css`
  .ending-effect {
    display: flex;
    gap: 0.6em;
    padding: 0.6em 0.9em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
  }
  .ending-effect + * {
    margin-block-start: 0.5em;
  }
  .ending-effect > .icon {
    flex: none;
    margin-block-start: 0.2em;
    color: var(--_muted);
  }
  .also-ending {
    padding-inline-start: 1.25em;
  }
  .ending-effect.warning {
    background: var(--_warning-soft);
  }
  .ending-effect.warning > .icon {
    color: var(--_warning);
  }
`;
