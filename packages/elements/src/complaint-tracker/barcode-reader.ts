/** What browsers have to read bar codes; not in the types of TypeScript, as not all have it. */
export interface BarcodeReader {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>;
}

interface BarcodeReaderClass {
  new (options: { formats: readonly string[] }): BarcodeReader;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** What Chromium tells of the `Permissions-Policy` of the page, under its old name. */
interface WithPolicy {
  featurePolicy?: { allowsFeature(feature: string): boolean };
}

/** Whether the page lets widgets ask for a camera. Browsers that do not say so find out when the person presses the button. */
const mayUseCamera = (): boolean => (document as WithPolicy).featurePolicy?.allowsFeature('camera') !== false;

/** A reader of QR codes where the browser has one and there may be a camera. */
export async function qrReader(): Promise<BarcodeReader | undefined> {
  const Reader = (globalThis as { BarcodeDetector?: BarcodeReaderClass }).BarcodeDetector;
  if (!Reader || !navigator.mediaDevices || !mayUseCamera()) return undefined;
  const formats = await Reader.getSupportedFormats().catch((): readonly string[] => []);
  return formats.includes('qr_code') ? new Reader({ formats: ['qr_code'] }) : undefined;
}
