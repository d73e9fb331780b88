import { configure } from '@testing-library/dom';
import { flushSync } from 'react-dom';
import { afterEach } from 'vitest';
import { forgetUntilReload } from '../../src/storage/tabStore.ts';
import { closeAll } from './openWorlds.ts';
import { lookLate } from '../patience.ts';
import { textOf } from './textOf.ts';

// happy-dom rejects a cancelled animation and Fluent UI, like every library, does not await it. Without the method
// Fluent shows the end of the motion at once, as for people who asked for less of it.
Reflect.deleteProperty(Element.prototype, 'animate');

// There is no layout here, and no style sheet says what is visible. What the elements themselves say is enough, and spares
// asking hundreds of rules about every element.
window.getComputedStyle = (element) => (element instanceof HTMLElement ? element : document.body).style;

const pageSays = '\n\nThe page says: ';
configure({
  // As between the events of a person: what one of them brought about is drawn before the next.
  eventWrapper: (dispatch): unknown => flushSync<unknown>(dispatch),
  asyncWrapper: async <Result>(act: () => Promise<Result>) => {
    await lookLate?.();
    const result = await act();
    await lookLate?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
    return result;
  },
  // A limit for what never comes: a busy machine is not a failure.
  asyncUtilTimeout: 30_000,
  // Without layout, what is behind a dialog is hidden from assistive technology, and the dialog with it.
  defaultHidden: true,
  // What the page says is more than enough; its markup would fill pages.
  getElementError: (message) => {
    const [told] = (message ?? '').split(pageSays);
    return new Error(`${told ?? ''}${pageSays}${textOf(document.body)}`);
  },
});

// Long lists are only drawn as far as they fit the window: every row has the height of a row.
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', {
  configurable: true,
  get(this: HTMLElement) {
    return this.getAttribute('role') === 'row' ? 64 : 0;
  },
});

afterEach(() => {
  closeAll();
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  forgetUntilReload();
});
