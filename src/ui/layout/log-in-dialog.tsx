import { useVisit } from '../visit.ts';
import { useLayoutWords } from './layout-words.ts';

/** Empty until the browser code fills it with the log in page; without that code, nothing opens it. */
export function LogInDialog() {
  const words = useLayoutWords();
  if (!useVisit().logInDialog) return null;
  return (
    <dialog className="gh-dialog" id="log-in-dialog">
      <form className="gh-dialog__close" method="dialog">
        <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
          {words.close}
        </button>
      </form>
      <div className="gh-dialog__page" />
    </dialog>
  );
}
