import { tellFailure } from './tell-failure.ts';

/** Asks to stop: Ctrl-C, SIGTERM, a closed terminal, a launcher that is gone, or an error nobody caught. */
export interface StopRequest {
  /** The exit code that the reason to stop calls for. */
  readonly made: Promise<number>;
}

/** Repeats are ignored: one Ctrl-C reaches us from the terminal, from npm and from the launcher. */
export function listenForStop(): StopRequest {
  const made = new Promise<number>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
    if (process.connected) process.once('disconnect', () => stop(0));
    process.on('uncaughtException', (error) => {
      tellFailure(error);
      stop(1);
    });
  });
  return { made };
}
