import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Attachment } from '@dvk/sdk/attachments';
import type { Case, CaseReceipt } from '@dvk/sdk/cases';
import { pdf } from '../../testkit/files.ts';
import { sampleSubmission } from '../../testkit/samples.ts';
import type { NoticeWorld } from '../../notices/testkit/world.ts';

/** Letters that no text of the product has. */
export const mark = 'Qxzjw';
export const phone = '0987654321';
export const email = 'qxzjw@example.vn';
/** All by which what was planted is found. */
export const marks = [mark, phone];

export const citizen = { subject: 'cong-dan-1', roles: ['citizen'] as const };
export const officer = { subject: 'officer@example.vn', roles: ['citizen'] as const };

/** A clock that no two requests share. */
export function tick(world: NoticeWorld, seconds = 1): void {
  world.now = new Date(Date.parse(world.now) + seconds * 1000).toISOString();
}

export type Ask = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  call?: Parameters<NoticeWorld['call']>[2],
) => Promise<Body>;

/** Asks for what must succeed, each time a second later. */
export function asking(world: NoticeWorld): Ask {
  return async <Body>(method: string, path: string, call?: Parameters<NoticeWorld['call']>[2]) => {
    tick(world);
    const { status, body } = await world.call<Body>(method, path, call);
    assert.ok(status < 300, `${method} ${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  };
}

async function upload(world: NoticeWorld, as: Parameters<typeof world.call>[2], name: string): Promise<string> {
  tick(world);
  const token = as?.as === undefined ? undefined : await world.server.tokenFor(as.as);
  const response = await world.server.fetch(
    new Request('http://test/v1/attachments', {
      method: 'POST',
      headers: {
        'idempotency-key': randomUUID(),
        'content-disposition': `attachment; filename="${name}"`,
        'content-type': 'application/pdf',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: new Uint8Array(Buffer.concat([pdf(), Buffer.from(`\n% ${mark} ${phone}\n`)])),
    }),
    { remoteAddress: '192.0.2.1' },
  );
  assert.equal(response.status, 201, await response.clone().text());
  return ((await response.json()) as Attachment).id;
}

/** A case that has gone through every step, with a mark in every field that somebody can write, by the API alone. */
export async function plantedCase(world: NoticeWorld): Promise<CaseReceipt & { id: string }> {
  const ask = asking(world);
  const said = (what: string) => `${mark} ${what} của người gửi, gọi số 098 765 4321`;
  await ask('POST', '/v1/drafts', {
    as: citizen,
    body: { form: 'case', title: 'Nháp', content: JSON.stringify({ senderPhone: '098 765 4321', name: `${mark} A` }) },
  });
  const file = await upload(world, { as: citizen }, `${mark}.pdf`);
  const body = sampleSubmission({
    title: said('Tiêu đề'),
    content: said('Nội dung'),
    address: said('Nhà'),
    location: { lat: 10.5, lon: 106.5, accuracyMetres: 12 },
    senderName: `Nguyễn Văn ${mark}`,
    senderPhone: phone,
    senderEmail: email,
    attachments: [file],
    linked: true,
  });
  const receipt = await ask<CaseReceipt>('POST', '/v1/cases', { as: citizen, body });
  const { items } = await ask<{ items: Case[] }>('GET', `/v1/cases?q=${receipt.code}`, { as: 'secretariat' });
  const { id } = items[0]!;
  const headers = { 'case-secret': receipt.secret };
  const step = async (body: object, as: 'secretariat' | typeof officer = 'secretariat') => {
    tick(world);
    const read = await world.call('GET', `/v1/cases/${id}`, { as });
    const ifMatch = { 'if-match': read.headers.get('etag')! };
    await ask('POST', `/v1/cases/${id}/transitions`, { as, body, headers: ifMatch });
  };
  const until = '2026-12-31';
  const unitId = world.unit.id;
  await ask('POST', `/v1/cases/${id}/notes`, { as: 'secretariat', body: { text: said('Ghi chú') } });
  await step({ action: 'accept', reason: said('Lý do nhận') });
  await step({ action: 'assign', unitId, reason: said('Lý do giao') });
  await step({ action: 'send-back', reason: said('Lý do trả') }, officer);
  await step({ action: 'assign', unitId });
  await step({ action: 'request-extension', reason: said('Lý do xin'), until }, officer);
  await step({ action: 'decline-extension', reason: said('Lý do không cho') });
  await step({ action: 'request-extension', reason: said('Lý do xin lại'), until }, officer);
  await step({ action: 'extend', reason: said('Lý do gia hạn'), until });
  const shown = await upload(world, { as: officer }, `tra-loi-${mark}.pdf`);
  await step({ action: 'answer', answer: said('Trả lời'), solution: 'part', attachments: [shown] }, officer);
  await ask('POST', `/v1/tracking/${receipt.code}/reopening`, { headers, body: { reason: said('Chưa xong') } });
  await step({ action: 'assign', unitId });
  const again = await upload(world, { as: officer }, `${mark}-2.pdf`);
  await step({ action: 'answer', answer: said('Trả lời lại'), solution: 'full', attachments: [again] }, officer);
  const rating = { solved: 5, attitude: 4, comment: said('Cảm ơn') };
  await ask('POST', `/v1/tracking/${receipt.code}/rating`, { headers, body: rating });
  await step({ action: 'close', reason: said('Lý do đóng') });
  await ask('POST', '/v1/drafts', {
    as: officer,
    body: { form: 'letter', title: receipt.code, content: JSON.stringify({ text: `Trả lời ${mark}` }) },
  });
  await world.work('events.announce');
  return { ...receipt, id };
}
