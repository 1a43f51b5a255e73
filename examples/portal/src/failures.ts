import type { Environment } from '@dvk/server';

const code = (error: unknown) => (error as NodeJS.ErrnoException | undefined)?.code;

/** What went wrong at the start, and what to do about it. */
export function explain(error: unknown, { PORT = '8080', DATABASE_URL }: Environment): string {
  if (code(error) === 'EADDRINUSE') {
    return [
      `Cổng ${PORT} đang có chương trình khác dùng. Chọn cổng khác, ví dụ: PORT=${Number(PORT) + 1} npx -y pnpm@12 start`,
      `Port ${PORT} is in use. Choose another one, e.g. PORT=${Number(PORT) + 1} npx -y pnpm@12 start`,
    ].join('\n');
  }
  if (code(error) === 'EACCES') return `Không được phép dùng cổng ${PORT}. / Not allowed to listen on port ${PORT}.`;
  if (code(error) === 'ECONNREFUSED' && DATABASE_URL) {
    return 'Không kết nối được cơ sở dữ liệu ở DATABASE_URL. / The database of DATABASE_URL cannot be reached.';
  }
  return error instanceof Error ? error.message : String(error);
}
