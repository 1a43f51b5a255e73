import { assert } from '@open-wc/testing';
import { html } from 'lit';
import { inboxIcon } from '../icons/inbox.ts';
import { parts as texts } from '../locale/parts/vi.ts';
import { axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { showPart } from '../testkit/part.ts';
import { checkAnswers, checkAnswersStyles, focusAnswer } from './check-answers.ts';
import { keyHints, keyHintStyles } from './keys.ts';
import { person, personStyles } from './person.ts';
import { progress, progressStyles, timeLeft } from './progress.ts';
import { sectionHead, sectionStyles } from './section.ts';
import { empty, failed, offlineCopy, skeleton, stateStyles } from './state.ts';
import { stepper, stepperStyles, type StepperStep } from './stepper.ts';
import { timeline, timelineStyles } from './timeline.ts';
import { Toast, toastStyles } from './toast.ts';

const words = (element: Element): string => element.textContent!.replaceAll(/\s+/g, ' ').trim();

describe('stepper', () => {
  expectNoPolicyViolations();
  const steps: StepperStep[] = [
    { name: 'Đã nhận', note: '07:43 ngày 29/11/2026', state: 'done' },
    { name: 'Phân loại', state: 'now' },
    { name: 'Trả lời', note: 'Chậm nhất hết ngày 11/12/2026 (thứ Sáu).', state: 'next' },
  ];

  it('says which step is done and which is now; lies from 600 px on, stands in less', async () => {
    const { root, find, all } = showPart(stepper({ steps, label: 'Quá trình xử lý', texts }), stepperStyles);
    assert.deepEqual(await axe(root.host), []);
    assert.equal(words(find('.done')), 'Đã nhận, đã xong 07:43 ngày 29/11/2026');
    assert.deepEqual(
      all('[aria-current=step]').map((step) => words(step.querySelector('.name')!)),
      ['Phân loại'],
    );
    const host = root.host as HTMLElement;
    const tops = () => new Set(all('li').map((step) => step.getBoundingClientRect().top)).size;
    host.style.width = '600px';
    assert.equal(tops(), 1);
    host.style.width = '599px';
    assert.equal(tops(), 3);
  });
});

describe('timeline', () => {
  expectNoPolicyViolations();

  it('shows the latest events and folds the others away', async () => {
    const events = [3, 2, 1].map((at) => ({ title: `Việc ${at}`, note: `0${at}/12/2026` }));
    const { root, find } = showPart(timeline({ events, label: 'Lịch sử', texts, shown: 1 }), timelineStyles);
    assert.equal(words(find('.now')), 'Việc 3 03/12/2026');
    assert.equal(words(find('summary')), '2 sự kiện trước');
    assert.isFalse(find<HTMLDetailsElement>('details').open);
    assert.equal(words(find('details ol')), 'Việc 2 02/12/2026 Việc 1 01/12/2026');
    assert.deepEqual(await axe(root.host), []);
  });
});

describe('toast', () => {
  expectNoPolicyViolations();

  /** A toast whose timers the test itself lets run out. */
  function page() {
    const timers = new Map<number, () => void>();
    const { setTimeout: set, clearTimeout: clear } = globalThis;
    let count = 0;
    Object.assign(globalThis, {
      setTimeout: (act: () => void) => (timers.set((count += 1), act), count),
      clearTimeout: (timer: number) => timers.delete(timer),
    });
    const toast = new Toast({ requestUpdate: () => shown.show(toast.render(texts)) });
    const shown = showPart(toast.render(texts), toastStyles);
    const restore = () => Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    const runOut = () => {
      const waiting = [...timers.values()];
      timers.clear();
      for (const act of waiting) act();
    };
    return { toast, shown, runOut, restore };
  }

  it('speaks in a live region that was there before, and leaves by itself but not while somebody is at it', () => {
    const { toast, shown, runOut, restore } = page();
    try {
      const region = shown.find('[role=status]');
      toast.show('Đã lưu');
      assert.equal(words(region), 'Đã lưu');
      const at = (type: string) => shown.find('.toast').dispatchEvent(new Event(type, { bubbles: true }));
      at('pointerenter');
      runOut();
      assert.equal(words(region), 'Đã lưu');
      at('pointerleave');
      at('focusin');
      runOut();
      assert.equal(words(region), 'Đã lưu');
      at('focusout');
      runOut();
      assert.equal(words(region), '');
    } finally {
      restore();
    }
  });

  it('stays as long as there is something to undo', async () => {
    const { toast, shown, runOut, restore } = page();
    let undone = 0;
    try {
      toast.show('Đã chuyển 3 hồ sơ', () => (undone += 1));
      runOut();
      assert.equal(words(shown.find('.undo')), 'Hoàn tác');
    } finally {
      restore();
    }
    assert.deepEqual(await axe(shown.root.host), []);
    shown.find('.undo').click();
    assert.equal(undone, 1);
    assert.isNull(shown.find('.toast'));
    toast.show('Đã chuyển 2 hồ sơ', () => {});
    shown.find('.hide').click();
    assert.isNull(shown.find('.toast'));
  });

  it('stays when it cannot be undone now', () => {
    const { toast, shown, restore } = page();
    try {
      toast.show('Đã chuyển 3 hồ sơ', () => false);
      shown.find('.undo').click();
      assert.equal(words(shown.find('.toast p')), 'Đã chuyển 3 hồ sơ');
    } finally {
      restore();
    }
  });

  it('gives the focus back to where it came from, closed or undone, and stays while it has it', () => {
    const { toast, shown, runOut, restore } = page();
    const before = document.createElement('button');
    shown.root.prepend(before);
    const goTo = (selector: string) => {
      before.focus();
      shown.find(selector).focus();
    };
    try {
      let heard = 0;
      shown.root.addEventListener('keydown', (event) => (heard += Number(!event.defaultPrevented)));
      toast.show('Đã chuyển 3 hồ sơ', () => {});
      goTo('.undo');
      shown
        .find('.undo')
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
      assert.isNull(shown.find('.toast'));
      assert.isTrue(before === shown.root.activeElement, 'closed by Escape');
      assert.equal(heard, 0, 'which means nothing else');
      toast.show('Đã chuyển 2 hồ sơ', () => {});
      goTo('.undo');
      shown.find('.undo').click();
      assert.isTrue(before === shown.root.activeElement, 'undone');
      toast.show('Đã lưu');
      goTo('.hide');
      shown.find('.toast').dispatchEvent(new Event('pointerleave'));
      runOut();
      assert.equal(words(shown.find('.toast')), 'Đã lưu');
      shown.find('.hide').click();
      assert.isTrue(before === shown.root.activeElement, 'closed by its button');
    } finally {
      restore();
    }
  });
});

describe('progress', () => {
  expectNoPolicyViolations();

  it('says in words how far it is and, once that is known, how long it still takes', async () => {
    const at = (done: number, elapsed?: number) =>
      progress({ label: 'Đang gửi ảnh', done, total: 40, elapsed, texts, inWords: (amount) => `${amount} MB` });
    const { root, find, show } = showPart(at(1, 1000), progressStyles);
    assert.equal(words(find('.small')), '1 MB trong 40 MB');
    show(at(10, 60_000));
    assert.equal(words(find('.small')), '10 MB trong 40 MB, còn khoảng 3 phút');
    assert.equal(find<HTMLProgressElement>('progress').value, 10);
    show(at(39, 60_000));
    assert.equal(words(find('.small')), '39 MB trong 40 MB, còn dưới 1 phút');
    show(at(40, 60_000));
    assert.equal(words(find('.small')), '40 MB trong 40 MB');
    assert.deepEqual(await axe(root.host), []);
    assert.equal(timeLeft(1, 1000, 60_000), undefined);
    assert.equal(timeLeft(0, 10, 60_000), undefined);
    assert.equal(timeLeft(5, 10, 60_000), 60_000);
  });
});

describe('states', () => {
  expectNoPolicyViolations();

  it('keep the same height, say what to do, and show no code', async () => {
    let retried = 0;
    const states = [
      skeleton(texts),
      empty({
        icon: inboxIcon,
        title: 'Chưa có phản ánh nào',
        text: 'Khi gửi phản ánh, quý vị bật “Nhớ trên máy này”.',
      }),
      failed(texts, () => (retried += 1)),
    ];
    const { root, find, show } = showPart('', stateStyles);
    const heights = [];
    for (const state of states) {
      show(state);
      heights.push(find('.state').offsetHeight);
      assert.deepEqual(await axe(root.host), []);
    }
    assert.equal(new Set(heights).size, 1);
    find('.button').click();
    assert.equal(retried, 1);
    show(offlineCopy(texts, '08:10 ngày 29/11/2026'));
    assert.equal(words(find('.offline')), 'Đang mất mạngBản đã tải lúc 08:10 ngày 29/11/2026.');
  });

  it('says “Đang tải…” only after a second, at once where nothing moves', () => {
    const { find } = showPart(skeleton(texts), stateStyles);
    const { animationDelay, animationFillMode } = getComputedStyle(find('.slow'));
    assert.equal(animationDelay, '1s');
    assert.equal(animationFillMode, 'backwards');
  });
});

describe('check-answers', () => {
  expectNoPolicyViolations();

  it('names each “Sửa” by its row, and returns to it', async () => {
    const edited: string[] = [];
    const answers = [
      { field: 'place', name: 'Nơi xảy ra', value: 'Đầu ngõ 15' },
      { field: 'phone', name: 'Số điện thoại', value: '0912 345 678' },
    ];
    const { root, all } = showPart(
      checkAnswers({ answers, texts, onEdit: (field) => edited.push(field) }),
      checkAnswersStyles,
    );
    assert.deepEqual(
      all('button').map((button) => button.ariaLabel),
      ['Sửa nơi xảy ra', 'Sửa số điện thoại'],
    );
    assert.deepEqual(await axe(root.host), []);
    all('button')[1]!.click();
    assert.deepEqual(edited, ['phone']);
    focusAnswer(root, 'phone');
    assert.equal(root.activeElement, all('button')[1]);
  });
});

describe('small parts', () => {
  expectNoPolicyViolations();

  it('have nothing that axe finds wrong', async () => {
    const { root } = showPart(
      html`${sectionHead({ title: 'Bảng', note: 'Bộ phận thường trực', actions: html`<button class="button">In</button>` })}
      ${person({ name: 'Nguyễn Văn A', note: 'Trưởng ban' })} ${person({ name: 'Tổ dân phố 3', isCollective: true })}
      ${keyHints([{ keys: ['J', 'K'], name: 'chuyển dòng' }])}`,
      [sectionStyles, personStyles, keyHintStyles],
    );
    assert.deepEqual(await axe(root.host), []);
  });
});
