// Loaded by strict.html under `default-src 'none'; script-src 'self'; …`: everything there is, in one bundle, as a portal
// would load it. Modules one by one would bring parts of dependencies that no bundle contains.
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
await import(`/bundled/${encodeURIComponent('./src/all.ts')}.js?from=/packages/elements`);
window.ready = true;
