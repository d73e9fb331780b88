import { defineConfig } from 'vitest/config';

/**
 * The tests of the domain and of the code it writes, without stories over the emulator and the longest ones, in as few processes as possible: each mutant runs
 * those that reach it.
 */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/domain/**/*.test.ts', 'test/asCode/*.test.ts'],
    exclude: ['src/domain/**/*.emulator*.test.ts', 'src/domain/*.long.test.ts', 'test/asCode/*.long.test.ts'],
    setupFiles: ['test/run/properties.setup.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 60_000,
  },
});
