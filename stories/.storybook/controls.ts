import type { ArgTypesEnhancer } from 'storybook/internal/types';
import { elementCalled, isSettable } from '../src/docs/manifest.ts';

type Control = { control: false | { type: string }; options?: readonly unknown[] };

/** How a property is changed by hand, from its type as the manifest spells it. */
function controlOf(name: string, type: string): Control {
  const choices = [...type.matchAll(/'([^']*)'/g)].map(([, choice]) => choice);
  const isOptional = type.endsWith('| undefined');
  const plain = type.replace(/ \| undefined$/, '');
  if (choices.length > 0)
    return { control: { type: 'select' }, options: isOptional ? [undefined, ...choices] : choices };
  if (name === 'brand') return { control: { type: 'color' } };
  if (plain === 'boolean' || plain === 'number') return { control: { type: plain } };
  if (plain === 'string' || plain === 'AutoFill') return { control: { type: 'text' } };
  // Lists; functions and clients are no matter of controls.
  return { control: plain.startsWith('readonly ') ? { type: 'object' } : false };
}

/** Gives every public property of an element its control. An attribute has none of its own: it is the same by another name. */
export const withControls: ArgTypesEnhancer = ({ component, argTypes }) => {
  const element = typeof component === 'string' ? elementCalled(component) : undefined;
  if (!element) return argTypes;
  const properties = new Map(element.members.map((member) => [member.name, member]));
  return Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const property = properties.get(name);
      const change = property && isSettable(property) ? controlOf(name, property.type?.text ?? '') : { control: false };
      return [name, { ...argType, ...change }];
    }),
  ) as typeof argTypes;
};
