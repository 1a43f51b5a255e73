import '@dvk/elements/react/jsx';
import '@dvk/elements/case-form/define';
import '@dvk/elements/choice-field/define';
import type { ReactElement } from 'react';

/** The tags themselves, in React 19. Options are attributes: they stand in a page that a server has drawn. */
export function Tags(): ReactElement {
  return (
    <>
      <dvk-case-form base-url="/api" shared-device ondvk-save={(event) => event.result.code} />
      <dvk-choice-field label="Hình thức" name="kind" type="select" options={[{ value: 'a', label: 'Tập thể' }]} />
    </>
  );
}
