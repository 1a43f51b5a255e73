import { isRecord } from '../internal/is-record.ts';
import { wholeList, type ListView } from './definition.ts';

/** A filter that a person has given a name. */
export interface SavedFilter {
  name: string;
  view: ListView;
}

/** How a person has arranged a list. */
interface Settings {
  /** Keys of the columns they have chosen; without, those that the list begins with. */
  columns?: readonly string[];
  saved: readonly SavedFilter[];
}

/**
 * How one person has arranged one list, kept in this browser: the columns and the saved filters. The words they look for are
 * left out, as they may name somebody. Where the browser keeps nothing it holds as long as the page.
 */
export class ListSettings {
  readonly #key: string;
  #settings: Settings;

  /** @param key the widget and the person */
  constructor(key: string) {
    this.#key = `dvk-list ${key}`;
    this.#settings = read(this.#key);
  }

  get columns(): readonly string[] | undefined {
    return this.#settings.columns;
  }

  /** `undefined` for those that the list begins with. */
  set columns(columns: readonly string[] | undefined) {
    const { columns: _, ...others } = this.#settings;
    this.#write(columns ? { ...others, columns } : others);
  }

  get saved(): readonly SavedFilter[] {
    return this.#settings.saved;
  }

  /** Keeps a filter under a name; an earlier one of that name is replaced. */
  save(name: string, view: ListView): void {
    const others = this.saved.filter((each) => each.name !== name);
    this.#write({ ...this.#settings, saved: [...others, { name, view: { ...view, q: '' } }] });
  }

  delete(name: string): void {
    this.#write({ ...this.#settings, saved: this.saved.filter((each) => each.name !== name) });
  }

  #write(settings: Settings): void {
    this.#settings = settings;
    try {
      localStorage.setItem(this.#key, JSON.stringify(settings));
    } catch {
      // Blocked or full: kept as long as the page.
    }
  }
}

/** What is there may come from an older version, or from anybody: of that only what can be used. */
function read(key: string): Settings {
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    // Blocked, or no JSON.
  }
  const { columns, saved } = recordOf(stored);
  return { saved: Array.isArray(saved) ? saved.flatMap(savedFilterOf) : [], ...(areTexts(columns) && { columns }) };
}

function savedFilterOf(stored: unknown): SavedFilter[] {
  const { name, view } = recordOf(stored);
  if (typeof name !== 'string') return [];
  const { tab, sort, filters } = recordOf(view);
  const chosen = Object.entries(recordOf(filters)).filter(([, values]) => areTexts(values));
  return [
    {
      name,
      view: { ...wholeList, ...texts({ tab, sort }), filters: Object.fromEntries(chosen) as ListView['filters'] },
    },
  ];
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

const texts = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
