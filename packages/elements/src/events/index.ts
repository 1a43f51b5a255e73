/**
 * Events of the widgets: subclasses of `Event` with typed fields, that leave every shadow root. A widget says in its own
 * `addEventListener` what its events carry; on the page around it that is not known.
 *
 * @module
 */

abstract class DvkEvent extends Event {
  constructor(type: string, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}

/** Before something is sent. `preventDefault()` keeps it from being sent. */
export class DvkSubmitEvent<T = unknown> extends DvkEvent {
  /** The body that would be sent. */
  readonly body: T;
  constructor(body: T) {
    super('dvk-submit', true);
    this.body = body;
  }
}

/** The server has confirmed a change. */
export class DvkSaveEvent<T = unknown> extends DvkEvent {
  /** What the server answered. */
  readonly result: T;
  constructor(result: T) {
    super('dvk-save');
    this.result = result;
  }
}

/** Data for the widget has arrived. */
export class DvkLoadEvent<T = unknown> extends DvkEvent {
  /** What has arrived. */
  readonly data: T;
  constructor(data: T) {
    super('dvk-load');
    this.data = data;
  }
}

/**
 * The person goes to another record, or back to the list. A page that has an address for it calls `preventDefault()`, goes there,
 * and sets `record-id` of the widget.
 */
export class DvkNavigateEvent extends DvkEvent {
  /** Id of the record; `''` for the list. */
  readonly recordId: string;
  /** The area of a record that another widget shows, such as `assessments`; `''` for one of the widget's own. */
  readonly area: '' | 'assessments' | 'cases' | 'models' | 'plans' | 'people' | 'units' | 'audit';
  constructor(recordId: string, area: DvkNavigateEvent['area'] = '') {
    super('dvk-navigate', true);
    this.recordId = recordId;
    this.area = area;
  }
}

/** Something failed; the widget already says so to the person. */
export class DvkErrorEvent extends DvkEvent {
  /** What was thrown: see `isClientError` and `isProblem` of `@dvk/sdk/client`. */
  readonly error: unknown;
  constructor(error: unknown) {
    super('dvk-error');
    this.error = error;
  }
}

/** The person must sign in. The page shows its own sign-in and then calls `refresh()` of the `<dvk-context>`. */
export class DvkSignInEvent extends DvkEvent {
  /** They are signed in, and must prove anew who they are for something that weighs much. */
  readonly again: boolean;

  constructor(again = false) {
    super('dvk-sign-in', true);
    this.again = again;
  }
}

/** Events that every widget sends. */
export interface WidgetEvents {
  'dvk-error': DvkErrorEvent;
  'dvk-sign-in': DvkSignInEvent;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'dvk-submit': DvkSubmitEvent;
    'dvk-save': DvkSaveEvent;
    'dvk-load': DvkLoadEvent;
    'dvk-navigate': DvkNavigateEvent;
    'dvk-error': DvkErrorEvent;
    'dvk-sign-in': DvkSignInEvent;
  }
}
