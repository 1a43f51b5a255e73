declare module 'virtual:custom-elements-manifest' {
  const manifest: import('custom-elements-manifest').Package;
  export default manifest;
}
declare module 'virtual:component-facts' {
  export const facts: Readonly<Record<string, import('./facts.ts').Facts>>;
  export const partFacts: Readonly<Record<string, import('./facts.ts').PartFacts>>;
  export const pages: readonly import('./facts.ts').Page[];
}
