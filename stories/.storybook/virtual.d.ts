declare module 'virtual:custom-elements-manifest' {
  const manifest: import('custom-elements-manifest').Package;
  export default manifest;
}
