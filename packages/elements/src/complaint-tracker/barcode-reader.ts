/** What browsers have to read bar codes; not in the types of TypeScript, as not all have it. */
export interface BarcodeReader {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>;
}

interface BarcodeReaderClass {
  new (options: { formats: readonly string[] }): BarcodeReader;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** A reader of QR codes where the browser has one and there may be a camera. */
export async function qrReader(): Promise<BarcodeReader | undefined> {
  const Reader = (globalThis as { BarcodeDetector?: BarcodeReaderClass }).BarcodeDetector;
  if (!Reader || !navigator.mediaDevices) return undefined;
  const formats = await Reader.getSupportedFormats().catch((): readonly string[] => []);
  return formats.includes('qr_code') ? new Reader({ formats: ['qr_code'] }) : undefined;
}
