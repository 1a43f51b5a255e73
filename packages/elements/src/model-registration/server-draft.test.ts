import { assert, aTimeout } from '@open-wc/testing';
import type { DraftBody } from '@dvk/sdk/drafts';
import { sampleDrafts } from '@dvk/sdk/testing';
import type { Client } from '../internal/connection.ts';
import { ServerDraft } from './server-draft.ts';

/** A draft whose requests are answered one by one, when the test says so. */
function slowDraft() {
  const sent: { method: string; content: string }[] = [];
  const waiting: (() => void)[] = [];
  const answer = (method: string) => async (request: { body: DraftBody }) => {
    sent.push({ method, content: request.body.content });
    await new Promise<void>((resolve) => waiting.push(resolve));
    return { ...sampleDrafts.draft, etag: `"v${sent.length}"` };
  };
  const drafts = { create: answer('create'), update: answer('update') };
  const draft = new ServerDraft({
    client: () => ({ drafts }) as unknown as Client,
    onChange: () => Promise.resolve(),
    onSplit: () => {},
  });
  const answerNext = async () => {
    await aTimeout(0);
    waiting.shift()!();
    await aTimeout(0);
  };
  return { draft, sent, answerNext };
}

describe('draft on the server', () => {
  it('is saved by one request at a time, however many wait for the one under way', async () => {
    const { draft, sent, answerNext } = slowDraft();
    draft.save({ content: 'a' });
    void draft.flush();
    draft.save({ content: 'ab' });
    const flushes = [draft.flush(), draft.flush(), draft.close()];
    await answerNext();
    assert.deepEqual(sent, [
      { method: 'create', content: 'a' },
      { method: 'update', content: 'ab' },
    ]);
    await answerNext();
    await Promise.all(flushes);
    assert.lengthOf(sent, 2);
  });

  it('is not saved after it was stopped, also not by who has waited for the request under way', async () => {
    const { draft, sent, answerNext } = slowDraft();
    draft.save({ content: 'a' });
    void draft.flush();
    draft.save({ content: 'ab' });
    void draft.flush();
    const stopping = draft.stop();
    await answerNext();
    await stopping;
    await aTimeout(0);
    assert.lengthOf(sent, 1);
    draft.save({ content: 'abc' });
    void draft.flush();
    await aTimeout(0);
    assert.lengthOf(sent, 2, 'the next change is saved');
  });
});
