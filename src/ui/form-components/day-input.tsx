import { errorFor, type FormState } from '../form.ts';
import { useUiWords } from '../visit.ts';
import { classes, errorId, FieldErrorMessage, Hint, hintId } from './field.tsx';

interface DayInputProps {
  form: FormState;
  name: string;
  label: string;
  hint?: string;
}

/** A calendar day in three fields, as people read it off a letter; read with `dayField`. */
export function DayInput({ form, name, label, hint }: DayInputProps) {
  const error = errorFor(form, name);
  const described = classes(hint && hintId(name), error && errorId(name)) || undefined;
  return (
    <div className={classes('nhsuk-form-group', error && 'nhsuk-form-group--error')}>
      <fieldset className="nhsuk-fieldset" aria-describedby={described}>
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
        <Hint name={name} hint={hint} />
        <FieldErrorMessage name={name} error={error} />
        <div className="nhsuk-date-input">
          {(['day', 'month', 'year'] as const).map((part) => (
            <Part key={part} part={part} name={name} value={form.values[`${name}-${part}`]} error={error} />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface PartProps {
  part: 'day' | 'month' | 'year';
  name: string;
  value: string | undefined;
  error: string | undefined;
}

/** The first part has the field's own name for its id, so that the error summary leads to it. */
function Part({ part, name, value, error }: PartProps) {
  const id = part === 'day' ? name : `${name}-${part}`;
  return (
    <div className="nhsuk-date-input__item">
      <div className="nhsuk-form-group">
        <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
          {useUiWords().day[part]}
        </label>
        <input
          className={classes(
            'nhsuk-input',
            'nhsuk-date-input__input',
            error && 'nhsuk-input--error',
            `nhsuk-input--width-${part === 'year' ? 4 : 2}`,
          )}
          id={id}
          name={`${name}-${part}`}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={value}
        />
      </div>
    </div>
  );
}
