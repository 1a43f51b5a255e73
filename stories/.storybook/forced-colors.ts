/**
 * Shows the elements as a browser with forced colours does, as nearly as a page can from inside: the rules they keep for
 * `forced-colors: active` come into force, and every other colour gives way to the system's. It is for the eye; the
 * tests look at every story in the browser's own mode.
 */
const sheets = new Map<CSSStyleSheet, string>();
let inForce = false;

/** What the mode does to the colours of a page (CSS Color Adjustment 1, 3.1): back to those of the browser. */
const system = `*, ::before, ::after {
  color: revert; background-color: revert; border-color: revert; outline-color: revert; accent-color: revert;
  background-image: none; box-shadow: none; text-shadow: none;
}`;

const replace = CSSStyleSheet.prototype.replaceSync;
const textOf = (rules: Iterable<CSSRule>) => Array.from(rules, ({ cssText }) => cssText).join('\n');

/** Layers settle which rule wins: the elements' own, over them the system's, over these what is meant for the mode. */
function force(sheet: CSSStyleSheet): void {
  const isMeant = (rule: CSSRule): rule is CSSMediaRule =>
    rule instanceof CSSMediaRule && rule.conditionText.includes('forced-colors');
  const rules = [...sheet.cssRules];
  const meant = rules.filter(isMeant).flatMap((rule) => [...rule.cssRules]);
  const others = rules.filter((rule) => !isMeant(rule));
  replace.call(sheet, `@layer page { ${textOf(others)} } @layer system { ${system} } ${textOf(meant)}`);
}

// Elements make their style sheets when they are defined, which may be after the choice.
CSSStyleSheet.prototype.replaceSync = function (text) {
  replace.call(this, text);
  sheets.set(this, text);
  if (inForce) force(this);
};

export function forceColors(on: boolean): void {
  if (on === inForce) return;
  inForce = on;
  for (const [sheet, text] of sheets) {
    if (on) force(sheet);
    else replace.call(sheet, text);
  }
}
