import { buildIfStale } from './build.mjs';

/** For tools that read the build: makes it unless it is fresh already. */
await buildIfStale(process.execPath);
