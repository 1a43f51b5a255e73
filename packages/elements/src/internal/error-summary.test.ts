/** The list of errors above a form, and the way from it to a field. */
import { assert, aTimeout, fixture, html } from '@open-wc/testing';
import '../text-field/define.ts';
import '../choice-field/define.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';

describe('a field that is shown because it is wrong', () => {
  expectNoPolicyViolations();

  it('lies clear of what the page keeps at its edges, with its label', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <header>Cổng thông tin</header>
        <form>
          <dvk-text-field name="a" label="Số điện thoại" required></dvk-text-field>
          <dvk-choice-field name="b" label="Lĩnh vực" required></dvk-choice-field>
        </form>
        <footer>Liên hệ</footer>
      </div>`,
    );
    const [header, footer] = [page.querySelector('header')!, page.querySelector('footer')!];
    header.style.cssText = 'position:fixed;inset:0 0 auto;block-size:70px;z-index:1';
    footer.style.cssText = 'position:fixed;inset:auto 0 0;block-size:70px;z-index:1';
    page.style.cssText = 'padding-block:1500px';
    const [line, choice] = [page.querySelector('dvk-text-field')!, page.querySelector('dvk-choice-field')!];
    choice.options = Array.from({ length: 30 }, (_, at) => ({ value: String(at), label: `Dòng ${at}` }));
    await choice.updateComplete;
    const isSeen = (field: HTMLElement, part: string) => {
      const { top, bottom } = field.shadowRoot!.querySelector(part)!.getBoundingClientRect();
      return top >= header.getBoundingClientRect().bottom && bottom <= footer.getBoundingClientRect().top;
    };
    for (const from of [0, document.body.scrollHeight]) {
      window.scrollTo(0, from);
      line.reveal();
      await aTimeout(20);
      assert.isTrue(isSeen(line, '.field') && line.matches(':focus-within'), 'a line, whole');
      choice.reveal();
      await aTimeout(20);
      assert.isTrue(isSeen(choice, 'legend') && isSeen(choice, 'input'), 'a long list, from its label on');
    }
    window.scrollTo(0, 0);
  });
});
