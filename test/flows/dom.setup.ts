import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// happy-dom rejects a cancelled animation and Fluent UI, like every library, does not await it. Without the method
// Fluent shows the end of the motion at once, as for people who asked for less of it.
Reflect.deleteProperty(Element.prototype, 'animate');

afterEach(cleanup);
