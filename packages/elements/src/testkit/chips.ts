/**
 * The words of the chips in the rows of a list that take more than one line; empty when all have room. In text of 15 px, as many
 * portals have it: chips never become smaller than 14 px, and are widest there for their columns.
 */
export function wrappedChips(widget: HTMLElement): string[] {
  widget.style.fontSize = '15px';
  return [...widget.shadowRoot!.querySelectorAll<HTMLElement>('.row .chip')]
    .filter((chip) => chip.offsetHeight > 2 * parseFloat(getComputedStyle(chip).lineHeight))
    .map((chip) => chip.textContent);
}
