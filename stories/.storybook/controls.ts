import type { ArgTypesEnhancer } from 'storybook/internal/types';
import { elementCalled, isSettable } from '../src/docs/manifest.ts';
import { propertyNotes } from '../src/docs/property-notes.ts';
import { samples } from '../src/support/samples.ts';

interface Control {
  control: false | { type: string; labels?: Readonly<Record<string, string>> };
  options?: readonly unknown[];
  mapping?: Readonly<Record<string, unknown>>;
}

const select = (options: readonly unknown[], isOptional: boolean): Control => ({
  control: { type: 'select', labels: { undefined: '(không đặt)', '': '(để trống)' } },
  options: isOptional ? [undefined, ...options] : options,
});

/** How a property is changed by hand, from its type as the manifest spells it. */
function controlOf(name: string, type: string): Control {
  const isOptional = type.endsWith('| undefined');
  const plain = type.replace(/ \| undefined$/, '');
  if (plain.startsWith("'"))
    return select(
      [...plain.matchAll(/'([^']*)'/g)].map(([, choice]) => choice),
      isOptional,
    );
  // A function or a client is chosen by its name.
  const mapping = samples[plain];
  if (mapping) return { ...select(Object.keys(mapping), isOptional), mapping };
  if (name === 'brand') return { control: { type: 'color' } };
  if (plain === 'boolean' || plain === 'number') return { control: { type: plain } };
  if (plain === 'string' || plain === 'AutoFill') return { control: { type: 'text' } };
  return { control: plain.startsWith('readonly ') ? { type: 'object' } : false };
}

/**
 * Gives every public property of an element its control. An attribute has none of its own: it is the same by another name. What only its
 * class has, such as `tag`, is left out.
 */
export const withControls: ArgTypesEnhancer = ({ component, argTypes }) => {
  const element = typeof component === 'string' ? elementCalled(component) : undefined;
  if (!element) return argTypes;
  const properties = new Map(element.members.map((member) => [member.name, member]));
  const ofElement = Object.entries(argTypes).filter(([name]) => {
    const property = properties.get(name);
    return !(property?.kind === 'field' && property.static);
  });
  return Object.fromEntries(
    ofElement.map(([name, argType]) => {
      const property = properties.get(name);
      if (!property || !isSettable(property)) return [name, { ...argType, control: false }];
      const description = [propertyNotes[name], argType.description].filter(Boolean).join('\n\n');
      return [name, { ...argType, description, ...controlOf(name, property.type?.text ?? '') }];
    }),
  ) as typeof argTypes;
};
