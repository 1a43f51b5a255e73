/** Bytes of a file, in memory of their own; said so that TypeScript before 5.7, which has no word for that, understands it too. */
export type Bytes = ReturnType<typeof Uint8Array.of>;
