import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { closeAll } from './openWorlds.ts';

// happy-dom rejects a cancelled animation and Fluent UI, like every library, does not await it. Without the method
// Fluent shows the end of the motion at once, as for people who asked for less of it.
Reflect.deleteProperty(Element.prototype, 'animate');

// Whole pages go on by themselves, as in a browser: nothing has to be wrapped in React's `act`.
beforeAll(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', false);
});

afterEach(() => {
  closeAll();
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
