import { readFileSync } from 'node:fs';

/**
 * Calls back once the npm that started us is gone. npm starts us through a shell, which some systems keep
 * between the two; there the shell's own parent is watched as well.
 */
export function whenParentIsLost(lost) {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    lost();
  }, 500);
  timer.unref();
}

const ancestors = () =>
  isShell(process.ppid) ? `${process.ppid} ${parentOf(process.ppid)}` : `${process.ppid}`;

const isShell = (pid) => /^(ba|da|z|a|k)?sh$/.test(readIfThere(`/proc/${pid}/comm`).trim());

/** The parent's parent where the system tells (Linux), else nothing. */
function parentOf(pid) {
  const fields = readIfThere(`/proc/${pid}/stat`);
  return fields.slice(fields.lastIndexOf(')') + 2).split(' ')[1];
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
