import { noChange, type ElementPart } from 'lit';
import { Directive, directive, type DirectiveResult } from 'lit/directive.js';

/** Attributes by name: text, or `true` for one without a value; anything else, an empty text too, means no attribute. */
export type AttributeValues = Readonly<Record<string, string | boolean | undefined>>;

class Attributes extends Directive {
  #set: AttributeValues = {};

  render(_values: AttributeValues): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [values]: [AttributeValues]): typeof noChange {
    for (const name of Object.keys({ ...this.#set, ...values })) {
      const value = values[name];
      if (value === this.#set[name]) continue;
      if (!value) element.removeAttribute(name);
      else element.setAttribute(name, value === true ? '' : value);
    }
    this.#set = values;
    return noChange;
  }
}

/**
 * Sets the attributes of an element that has many, most of them seldom: a binding of its own for each costs its share of every
 * element, whether it is set or not.
 */
export const attributes: (values: AttributeValues) => DirectiveResult = directive(Attributes);
