import type { Paragraph, Table } from 'docx';
import type { Kit } from './kit.ts';
import type { Paper, Signature } from './paper.ts';

const upper = (text: string) => (text.includes('{') ? text : text.toLocaleUpperCase('vi'));

/** “TM. ỦY BAN NHÂN DÂN”, “T/M BAN THƯỜNG VỤ”. */
export function onBehalfLine(onBehalf: NonNullable<Signature['onBehalf']>, { capacities }: Kit['profile']): string {
  if (typeof onBehalf === 'string') return onBehalf;
  const { capacity, body } = onBehalf;
  return `${capacities[capacity]} ${upper(body)}`;
}

function signatureOf({ onBehalf, position, name, hint }: Signature, kit: Kit): Paragraph[] {
  const { profile, paragraph } = kit;
  const { capacity, position: positionStyle, name: nameStyle } = profile.signature;
  const center = { align: 'center' as const, keepNext: true };
  // Where nobody signs for somebody else, the position is all that stands there.
  const style = onBehalf ? positionStyle : capacity;
  return [
    ...(onBehalf ? [paragraph(onBehalfLine(onBehalf, profile), { ...capacity, ...center })] : []),
    paragraph(upper(position), { ...style, ...center }),
    ...(hint ? [paragraph(`(${hint})`, { size: 13, italic: true, ...center })] : []),
    // Five blank lines for signature and seal.
    ...Array.from({ length: 4 }, () => paragraph('', { size: 14, ...center })),
    paragraph(name ?? '', { ...nameStyle, ...center, keepNext: false }),
  ];
}

function recipientsOf(recipients: readonly string[], kit: Kit): Paragraph[] {
  const { heading, list, archive } = kit.profile.recipients;
  const separator = kit.profile.side === 'party' ? ',' : ';';
  return [
    kit.paragraph('Nơi nhận:', { ...heading, underlined: heading.underlined ?? false }),
    ...recipients.map((name) => kit.paragraph(`- ${name}${separator}`, list)),
    kit.paragraph(`- ${archive}`, list),
  ];
}

/** Recipients beside the one who signs; several who sign stand side by side. No page divides it. */
export function endOf({ recipients, signatures }: Paper, kit: Kit): (Paragraph | Table)[] {
  if (signatures.length === 0 && !recipients) return [];
  const gap = kit.paragraph('', { size: 8, line: 10, keepNext: true });
  if (recipients) {
    const signer = signatures[0] ? signatureOf(signatures[0], kit) : [kit.paragraph('', { size: 14 })];
    return [gap, kit.frame([0.45, 0.55], [recipientsOf(recipients, kit), signer])];
  }
  const share = 1 / signatures.length;
  const alone = signatures.length === 1;
  const columns = signatures.map((each) => signatureOf(each, kit));
  return [
    gap,
    alone
      ? kit.frame([0.45, 0.55], [[kit.paragraph('', { size: 14 })], columns[0]!])
      : kit.frame(
          signatures.map(() => share),
          columns,
        ),
  ];
}
