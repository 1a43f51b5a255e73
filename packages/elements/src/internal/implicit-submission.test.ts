/** Enter in our lines does to a form what it does in a native input. Each case is tried with both. */
import { aTimeout, assert, fixture, html, unsafeStatic, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../all.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';

const ours = '<dvk-text-field name="a" label="A"></dvk-text-field>';
const native = '<input name="a" />';

/** What Enter in the first line of a form did. */
async function enterIn(
  line: string,
  rest: string,
  attributes = '',
  before?: (form: HTMLFormElement) => void,
): Promise<string[]> {
  const form = await fixture<HTMLFormElement>(
    html`<form ${unsafeStatic(attributes)}>${unsafeStatic(line + rest)}</form>`,
  );
  const done: string[] = [];
  form.addEventListener('click', (event) => done.push(`click ${(event.target as HTMLButtonElement).value}`));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    done.push(`submit ${(event.submitter as HTMLButtonElement | null)?.value ?? ''}`);
  });
  before?.(form);
  (form.querySelector('[name=a]') as HTMLElement).focus();
  await sendKeys({ type: 'x' });
  await sendKeys({ press: 'Enter' });
  await aTimeout(20);
  fixtureCleanup();
  return done;
}

const cases: Record<
  string,
  { rest: string; attributes?: string; does: string[]; before?: (form: HTMLFormElement) => void }
> = {
  'sends a form of one line': { rest: '', does: ['submit '] },
  'sends nothing where there are two lines and no button': { rest: '<input name="b" />', does: [] },
  'is not kept from it by boxes of several lines, ticks and lists': {
    rest: '<textarea></textarea><input type="checkbox" /><select></select>',
    does: ['submit '],
  },
  'presses the first submit button': {
    rest: '<input name="b" /><button type="button" value="0"></button><button value="1"></button><button value="2"></button>',
    does: ['click 1', 'submit 1'],
  },
  'knows a picture as a button': {
    rest: '<input type="image" alt="x" value="1" /><button value="2"></button>',
    does: ['click 1', 'submit 1'],
  },
  'finds a button outside its form': {
    rest: '</form><button form="outer" value="1"></button>',
    attributes: 'id="outer"',
    does: [],
  },
  'does nothing while the first button is disabled': {
    rest: '<button disabled value="1"></button><button value="2"></button>',
    does: [],
  },
  '… or in a disabled fieldset': {
    rest: '<fieldset disabled><button value="1"></button></fieldset><button value="2"></button>',
    does: [],
  },
  'leaves it to a page that takes the key': {
    rest: '<button value="1"></button>',
    does: [],
    before: (form) => form.addEventListener('keypress', (event) => event.preventDefault()),
  },
  'leaves it to a page that takes the key as it goes down': {
    rest: '<button value="1"></button>',
    does: [],
    before: (form) => form.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault()),
  },
};

describe('Enter', () => {
  expectNoPolicyViolations();
  for (const [name, { rest, attributes, does, before }] of Object.entries(cases))
    it(name, async () => {
      const expected = await enterIn(native, rest, attributes, before);
      if (does.length > 0 || !attributes) assert.deepEqual(expected, does, 'the native input');
      assert.deepEqual(await enterIn(ours, rest, attributes, before), expected);
    });

  it('sends nothing where two of ours stand without a button', async () => {
    const two = '<dvk-date-field name="b" label="B"></dvk-date-field>';
    assert.deepEqual(await enterIn(ours, two), []);
  });

  it('also does so on radio buttons and ticks', async () => {
    for (const type of ['radio', 'checkbox']) {
      const field = `<dvk-choice-field name="a" type="${type}" label="A"><option value="1">1</option></dvk-choice-field>`;
      assert.deepEqual(
        (await enterIn(field, '<button value="1"></button>')).filter((line) => line.startsWith('submit')),
        ['submit 1'],
      );
    }
  });
});
