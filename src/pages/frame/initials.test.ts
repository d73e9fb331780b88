import { expect, test } from 'vitest';
import { initialsOf } from './initials.ts';

test.each([
  ['Mina Park', 'MP'],
  ['anna maria de souza', 'AS'],
  ['Kim (Contoso) Lee', 'KL'],
  ['Cher', 'C'],
  ['박민아', '박'],
  ['박 민아', '박'],
  ['Østergård Åse', 'ØÅ'],
  ['', ''],
  ['???', ''],
])('%j is shortened to %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
