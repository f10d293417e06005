import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By what was measured; a file's size, which Vitest goes by on its first run, says nothing here. */
const longest = [
  'tests/running/fresh-clone',
  'tests/journeys/practice-portal',
  'tests/running/',
  'tests/journeys/',
  'tests/ui/',
  'tests/product/',
  'src/platform/postgres-server/',
  '.threats.test',
];

/** The longest begin first; the last file then keeps nobody waiting. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((part) => moduleId.includes(part));
      return found === -1 ? longest.length : found;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  // The React that runs in production; its other one takes a stack trace for each element.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts', 'tools/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 90_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A process reads the product once for all its files; nothing is mocked that one could leave to the next.
    isolate: false,
    env: { NODE_ENV: 'production' },
    sequence: { sequencer: LongestFirst },
  },
});
