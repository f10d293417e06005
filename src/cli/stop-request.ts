/** Asks to stop: Ctrl-C, SIGTERM, a closed terminal, or a launcher that is gone. */
export interface StopRequest {
  readonly made: Promise<void>;
}

/** Repeats are ignored: one Ctrl-C reaches us from the terminal, from npm and from the launcher. */
export function listenForStop(): StopRequest {
  const made = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop());
    if (process.connected) process.once('disconnect', () => stop());
  });
  return { made };
}
