// Loaded by strict.html under `default-src 'none'; script-src 'self'; …`: everything there is, as a portal would load it.
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
await import('../src/all.ts');
window.ready = true;
