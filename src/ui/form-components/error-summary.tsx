import type { FieldError } from '../form.ts';
import { useUiWords } from '../visit.ts';

/** Every problem at the top of the page, each a link to its field; nothing when there is none. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const words = useUiWords();
  if (errors.length === 0) return null;
  return (
    <div className="nhsuk-error-summary" data-module="nhsuk-error-summary">
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">{words.errorSummary}</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {errors.map((error) => (
              <li key={error.field + error.message}>
                {error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
