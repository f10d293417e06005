import { program } from './cli/program.ts';
import { tellFailure } from './cli/tell-failure.ts';

/** Whoever reads our output may be gone before we are, which must not end a clean stop. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  await program().parseAsync();
  process.exit(process.exitCode ?? 0);
} catch (error) {
  tellFailure(error);
  process.exit(1);
}
