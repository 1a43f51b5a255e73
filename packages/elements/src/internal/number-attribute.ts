import type { ComplexAttributeConverter } from 'lit';

/** A number in an attribute; `otherwise` where it is missing, was taken off or is none. */
export function numberAttribute(otherwise: number): ComplexAttributeConverter<number, NumberConstructor> {
  return {
    fromAttribute(text) {
      const number = text?.trim() ? Number(text) : Number.NaN;
      return Number.isNaN(number) ? otherwise : number;
    },
  };
}
