import type { ReactNode } from 'react';
import { useUiWords } from '../visit.ts';
import { classes, Field } from './field.tsx';

interface PasswordInputProps {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  autoComplete?: 'current-password' | 'new-password';
  /** The id of a list of rules that also describes the field. */
  describedBy?: string;
}

/** Never shows back what was typed. The Show button appears only when the browser code runs. */
export function PasswordInput({ autoComplete = 'current-password', ...props }: PasswordInputProps) {
  return (
    <Field {...props} className="nhsuk-password-input" data={{ 'data-module': 'nhsuk-password-input' }}>
      {(describedBy) => (
        <div className="nhsuk-input-wrapper">
          <input
            className={classes(
              'nhsuk-input',
              props.error && 'nhsuk-input--error',
              'nhsuk-password-input__input nhsuk-js-password-input-input',
            )}
            id={props.name}
            name={props.name}
            type="password"
            spellCheck={false}
            aria-describedby={describedBy}
            autoComplete={autoComplete}
            autoCapitalize="none"
          />
          <ShowButton controls={props.name} />
        </div>
      )}
    </Field>
  );
}

function ShowButton({ controls }: { controls: string }) {
  const { field } = useUiWords();
  return (
    <button
      className="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle nhsuk-js-password-input-toggle"
      data-module="nhsuk-button"
      type="button"
      aria-label={field.showPassword}
      aria-controls={controls}
      hidden
      data-show={field.show}
      data-hide={field.hide}
      data-show-label={field.showPassword}
      data-hide-label={field.hidePassword}
      data-shown-status={field.passwordIsShown}
      data-hidden-status={field.passwordIsHidden}
    >
      {field.show}
    </button>
  );
}
