import type { CaseSent } from '@dvk/elements/case-form';
import { DvkCaseForm } from '@dvk/elements/react/case-form';
import { DvkContext } from '@dvk/elements/react/context';
import { DvkTextField } from '@dvk/elements/react/text-field';
import { useRef, useState, type ReactElement } from 'react';

/** A page where citizens send reports, drawn on a server or in the browser, with React 18 or 19. */
export function ReportPage({ getToken }: { getToken: () => string | null }): ReactElement {
  const [sent, setSent] = useState<CaseSent>();
  const form = useRef<React.ComponentRef<typeof DvkCaseForm>>(null);
  return (
    <DvkContext baseUrl="/api" lang="vi" getToken={getToken} onDvkSignIn={() => location.assign('/dang-nhap')}>
      <DvkTextField label="Mã giấy hẹn" name="ticket" required onChange={(event) => event.currentTarget.value.trim()} />
      <DvkCaseForm ref={form} id="form" province="01" sharedDevice onDvkSave={({ result }) => setSent(result)} />
      <output>{sent?.code}</output>
      <button type="button" onClick={() => form.current?.reset()}>
        Gửi phản ánh khác
      </button>
    </DvkContext>
  );
}
