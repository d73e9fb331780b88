import { expect } from 'vitest';
import { screen, waitFor, within } from '@testing-library/dom';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { textOf } from './textOf.ts';

/** What something is called: all of it, or a pattern. */
export type Name = string | RegExp;
type Role =
  | 'button'
  | 'link'
  | 'menuitem'
  | 'region'
  | 'checkbox'
  | 'radio'
  | 'tab'
  | 'heading'
  | 'table'
  | 'dialog'
  | 'alert'
  | 'status'
  | 'textbox';

/** What a person does with a page: they find things by what they are and are called, and read. Everything waits a while. */
export interface Hands {
  readonly user: UserEvent;
  /** The thing of this kind and name, once it is there. */
  find(role: Role, name?: Name, inside?: HTMLElement): Promise<HTMLElement>;
  /** Whether it is there now. */
  has(role: Role, name?: Name, inside?: HTMLElement): boolean;
  /** Presses a button once it is ready. */
  press(name: Name, inside?: HTMLElement): Promise<void>;
  /** Presses a button that is not ready, as people do. Throws where it is. */
  pressInVain(name: Name): Promise<void>;
  follow(name: Name, inside?: HTMLElement): Promise<void>;
  tick(name: Name, inside?: HTMLElement): Promise<void>;
  /** Puts the text into a field, in place of what stood there. */
  write(field: Name, text: string): Promise<void>;
  /** Opens a menu or list by its button and takes an entry. */
  choose(opener: Name, entry: Name): Promise<void>;
  /** The row of a table that says this. */
  row(says: Name): Promise<HTMLElement>;
  /** What each row of the tables on the page says now, in order. */
  rows(): readonly string[];
  /** Waits until the page, or a part of it, says this; a list: one after the other. */
  reads(text: Name | readonly string[], inside?: HTMLElement): Promise<void>;
  /** What the page, or a part of it, says now. */
  says(inside?: HTMLElement): string;
}

/** The hands and eyes of one person at the one page that is open. */
export function createHands(): Hands {
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  const look = (inside: HTMLElement | undefined) => (inside ? within(inside) : screen);
  const find: Hands['find'] = (role, name, inside) => {
    // Without layout a dialog may be hidden with all that is behind it, and then has no name but that of its heading.
    if (role === 'dialog' && name !== undefined) return waitFor(() => dialogCalled(name));
    return look(inside).findByRole(role, name === undefined ? {} : { name });
  };
  const says: Hands['says'] = (inside = document.body) => textOf(inside);
  const bodyRows = () => screen.queryAllByRole('row').filter((row) => row.getAttribute('aria-rowindex') !== '1');
  return {
    user,
    find,
    says,
    has: (role, name, inside) => look(inside).queryAllByRole(role, name === undefined ? {} : { name }).length > 0,
    async press(name, inside) {
      const button = await find('button', name, inside);
      if (!isWaiting(button)) return user.click(button);
      await waitFor(() => expect(isWaiting(look(inside).queryByRole('button', { name }))).toBe(false));
      await user.click(await find('button', name, inside));
    },
    async pressInVain(name) {
      const button = await find('button', name);
      expect(isWaiting(button)).toBe(true);
      await user.click(button);
    },
    follow: async (name, inside) => user.click(await find('link', name, inside)),
    tick: async (name, inside) => user.click(await find('checkbox', name, inside)),
    async write(field, text) {
      const box = await waitFor(() => fieldOf(field));
      await user.clear(box);
      await user.click(box);
      await user.paste(text);
    },
    async choose(opener, entry) {
      await user.click(screen.queryByRole('combobox', { name: opener }) ?? (await find('button', opener)));
      await user.click(await waitFor(() => entryOf(entry)));
    },
    async row(text) {
      return waitFor(() => {
        const found = bodyRows().find((row) => fits(says(row), text));
        if (!found) throw new Error(`No row says ${String(text)}. The rows: ${bodyRows().map(says).join(' | ')}`);
        return found;
      });
    },
    rows: () => bodyRows().map((row) => says(row)),
    async reads(text, inside) {
      await waitFor(() => {
        if (!fits(says(inside), text))
          throw new Error(`Not said: ${String(text)}${inside ? `\n\nSaid there: ${says(inside)}` : ''}`);
      });
    },
  };
}

function dialogCalled(name: Name): HTMLElement {
  const found = screen.getAllByRole('dialog').find((dialog) => within(dialog).queryByRole('heading', { name }));
  if (!found) throw new Error(`There is no dialog ${String(name)}.`);
  return found;
}

function isWaiting(button: HTMLElement | null): boolean {
  return button?.getAttribute('aria-disabled') === 'true';
}

function fits(text: string, wanted: Name | readonly string[]): boolean {
  if (typeof wanted === 'string') return text.includes(wanted);
  if (wanted instanceof RegExp) return wanted.test(text);
  let at = 0;
  return wanted.every((part) => {
    const found = text.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}

function fieldOf(name: Name): HTMLElement {
  const [found] = (['textbox', 'searchbox'] as const).flatMap((role) => screen.queryAllByRole(role, { name }));
  if (!found) throw new Error(`There is no field ${String(name)}.`);
  return found;
}

/** An entry of whatever menu or list is open. */
function entryOf(name: Name): HTMLElement {
  const [found] = (['menuitemradio', 'menuitem', 'option'] as const).flatMap((role) =>
    screen.queryAllByRole(role, { name }),
  );
  if (!found) throw new Error(`There is no entry ${String(name)}.`);
  return found;
}
