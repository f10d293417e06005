import { errorFor, type FormState } from '../form.ts';
import { useUiWords } from '../visit.ts';
import { Legend } from './choices.tsx';
import { classes, errorId, FieldErrorMessage, type FieldProps, Hint, hintId } from './field.tsx';

interface DateInputProps extends Pick<FieldProps, 'name' | 'label' | 'hint'> {
  form: FormState;
}

export const dateParts = ['day', 'month', 'year'] as const;
type DatePart = (typeof dateParts)[number];

/** The three fields of a date, like `endsOn-day`; what is wrong with the date is said of its day. */
export const datePart = <Name extends string>(name: Name, part: DatePart): `${Name}-${DatePart}` =>
  `${name}-${part}`;

/** A day that somebody knows, typed as day, month and year. */
export function DateInput({ form, name, label, hint }: DateInputProps) {
  const words = useUiWords();
  const error = errorFor(form, datePart(name, 'day'));
  const described = classes(hint && hintId(name), error && errorId(name)) || undefined;
  return (
    <div className={classes('nhsuk-form-group', error && 'nhsuk-form-group--error')}>
      <fieldset className="nhsuk-fieldset" aria-describedby={described}>
        <Legend label={label} />
        <Hint name={name} hint={hint} />
        <FieldErrorMessage name={name} error={error} />
        <div className="nhsuk-date-input">
          {dateParts.map((part) => (
            <PartInput
              key={part}
              id={datePart(name, part)}
              label={words.date[part]}
              value={form.values[datePart(name, part)]}
              isLong={part === 'year'}
              hasError={error !== undefined}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface PartProps {
  id: string;
  label: string;
  value: string | undefined;
  isLong: boolean;
  hasError: boolean;
}

const PartInput = ({ id, label, value, isLong, hasError }: PartProps) => (
  <div className="nhsuk-date-input__item">
    <div className="nhsuk-form-group">
      <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
        {label}
      </label>
      <input
        className={classes(
          'nhsuk-input nhsuk-date-input__input',
          hasError && 'nhsuk-input--error',
          `nhsuk-input--width-${isLong ? 4 : 2}`,
        )}
        id={id}
        name={id}
        type="text"
        inputMode="numeric"
        defaultValue={value}
      />
    </div>
  </div>
);
