/** A custom element class that knows its tag, its version and the elements it draws with. */
export interface TaggedElement extends CustomElementConstructor {
  readonly tag: string;
  readonly version: string;
  /** Elements used inside its shadow root; they are defined along with it. */
  readonly dependencies: readonly TaggedElement[];
  /** Registry of its shadow root, where that is not the page's. */
  registry?: CustomElementRegistry;
  shadowRootOptions: ShadowRootInit;
}

/**
 * Registers an element and what it is made of. Safe to call again and with several copies of this package on a page:
 * the first copy keeps the tag, and where another version owns it, a warning names both. Where another version owns the
 * tag of a *part*, the parts go into a registry of the element's own (browsers with scoped registries), so that a
 * widget is never assembled from two versions.
 */
export function define(element: TaggedElement, registry: CustomElementRegistry = customElements): void {
  defineParts(element, element.dependencies, registry);
  if (!registry.get(element.tag)) registry.define(element.tag, element);
  const other = otherVersion(element, registry);
  if (other !== undefined) console.warn(`<${element.tag}> ${element.version}: version ${other} owns the tag here.`);
}

/** Registers what an element draws with only now, e.g. because it came on demand: before it is drawn, so that nothing is upgraded. */
export function defineLateParts({ constructor }: Element, parts: readonly TaggedElement[]): void {
  const element = constructor as unknown as TaggedElement;
  defineParts(element, [...element.dependencies, ...parts], customElements);
}

function defineParts(element: TaggedElement, parts: readonly TaggedElement[], registry: CustomElementRegistry): void {
  if (!element.registry && parts.some((part) => otherVersion(part, registry) !== undefined)) {
    try {
      element.registry = new CustomElementRegistry();
      element.shadowRootOptions = { ...element.shadowRootOptions, customElementRegistry: element.registry };
    } catch {
      // No scoped registries here: the parts of the other version serve both.
    }
  }
  for (const part of parts) define(part, element.registry ?? registry);
}

/** The version that owns the tag, if it is not the element's own. */
function otherVersion(element: TaggedElement, registry: CustomElementRegistry): string | undefined {
  const owner = registry.get(element.tag) as Partial<TaggedElement> | undefined;
  return owner && owner.version !== element.version ? (owner.version ?? 'unknown') : undefined;
}
