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
 * the first copy keeps the tag, a warning names both versions. Where another version already owns the tag of a
 * *part*, the parts go into a registry of the element's own (browsers with scoped registries), so that a widget is
 * never assembled from two versions.
 */
export function define(element: TaggedElement, registry: CustomElementRegistry = customElements): void {
  const parts = element.dependencies;
  if (parts.some((part) => isTaken(part, customElements)) && !element.registry) {
    try {
      element.registry = new CustomElementRegistry();
      element.shadowRootOptions = { ...element.shadowRootOptions, customElementRegistry: element.registry };
    } catch {
      // No scoped registries here: the parts of the other version serve both.
    }
  }
  for (const part of parts) define(part, element.registry ?? registry);

  if (!isTaken(element, registry)) {
    if (!registry.get(element.tag)) registry.define(element.tag, element);
  } else {
    const owner = registry.get(element.tag) as Partial<TaggedElement>;
    console.warn(`<${element.tag}> ${element.version}: the tag belongs to version ${owner.version ?? 'unknown'} here.`);
  }
}

function isTaken(element: TaggedElement, registry: CustomElementRegistry): boolean {
  const owner = registry.get(element.tag);
  return owner !== undefined && owner !== element;
}
