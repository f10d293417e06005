import { useUiWords } from '../visit.ts';

/** How far something is, as a bar and in words. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const words = useUiWords();
  const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
  return (
    <div className="gh-progress">
      <label className="nhsuk-label" htmlFor="progress">
        {label}
      </label>
      <progress className="gh-progress__bar" id="progress" max={100} value={percent} />
      <p className="gh-progress__words">{words.progress(percent)}</p>
    </div>
  );
}
