/** What has arrived. The browser keeps its import, also without a network, where asking for it again would fail. */
const arrived = new Set<string>();

/**
 * Fetches files into the browser's cache, so that importing them cannot fail for want of a network: a browser remembers an import
 * – and a preload – that has failed until the page is loaded anew. Only the files for pages without a bundler use this; their
 * build puts it before each `import()`. Files of another origin are left to `import()`, as `connect-src` need not name it.
 */
export async function fetchFiles(files: readonly string[], base: string): Promise<void> {
  if (new URL(base).origin !== location.origin) return;
  const missing = files.map((file) => new URL(file, base).href).filter((url) => !arrived.has(url));
  let isForbidden = false;
  const onViolation = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
    isForbidden ||= effectiveDirective === 'connect-src';
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  try {
    const responses = await Promise.all(missing.map((url) => fetch(url)));
    const failed = responses.find(({ ok }) => !ok);
    if (failed) throw new TypeError(`${failed.url} cannot be loaded: status ${failed.status}`);
    // Only what has arrived as a whole is in the cache.
    await Promise.all(responses.map((response) => response.blob()));
    for (const url of missing) arrived.add(url);
  } catch (error) {
    // What the policy does not let us fetch beforehand, it may let us import.
    await new Promise((resolve) => setTimeout(resolve));
    if (!isForbidden) throw error;
  } finally {
    document.removeEventListener('securitypolicyviolation', onViolation);
  }
}
