/**
 * Beside the name of a test: told by `npm test` only, where the rest of its file is short enough for `npm run check`.
 * Whole files of that kind are named `*.long.test.*` instead, and are not even read.
 */
export const long = { skip: process.env['STORIES'] === 'short' };
